import { comparePaths, isPassedOver, isSent } from '../../core/consolidation/input-names';
import { fromFiles } from '../../panel/consolidate/picked-files';

test('locks and hidden files are none of the officer’s; what a commune may have sent is, whatever its letters', () => {
  expect(['~$xã.xlsx', '.xlsx', '.ẩn.xlsx'].filter(isPassedOver)).toHaveLength(3);
  expect(['xã.xlsx', '$xã.xlsx', 'xã ~$.xls'].filter(isPassedOver)).toEqual([]);
  expect(['a.XLSX', 'a.xls', 'a.ods', 'a.pdf', 'a.zip', 'a.b.docx'].filter(isSent)).toHaveLength(6);
  expect(['a.txt', 'xlsx', '.xlsx', 'a.xlsx.lnk', 'a'].filter(isSent)).toEqual([]);
});

test('files are taken folder by folder, numbers by their value and letters by the Vietnamese alphabet', () => {
  const paths = ['xã 10.xlsx', 'Đông.xlsx', 'cụm 2/b.xlsx', 'xã 9.xlsx', 'Dương.xlsx', 'cụm 10/a.xlsx', 'ă.xlsx', 'âm.xlsx', 'b.xlsx'];
  expect(paths.sort(comparePaths)).toEqual([
    'ă.xlsx',
    'âm.xlsx',
    'b.xlsx',
    'cụm 2/b.xlsx',
    'cụm 10/a.xlsx',
    'Dương.xlsx',
    'Đông.xlsx',
    'xã 9.xlsx',
    'xã 10.xlsx',
  ]);
});

const file = (path: string, folder = true) => {
  const made = new File([''], path.slice(path.lastIndexOf('/') + 1));
  return folder ? Object.defineProperty(made, 'webkitRelativePath', { value: path }) : made;
};

test('a picked folder’s own name is left out, the folders below it stay; hidden folders are passed over', () => {
  const picked = fromFiles(
    ['Huyện/xã B.xlsx', 'Huyện/cụm/xã A.xlsx', 'Huyện/.git/x.xlsx', 'Huyện/~$xã B.xlsx', 'Huyện/đọc tôi.txt'].map((path) => file(path)),
  );
  expect(picked.map(({ name }) => name)).toEqual(['cụm/xã A.xlsx', 'xã B.xlsx']);
});

test('files of one name from two places are told apart; names are composed', () => {
  const picked = fromFiles([file('xã.xlsx', false), file('xã.xlsx', false), file('xã.xlsx'.normalize('NFD'), false)]);
  expect(picked.map(({ name }) => name)).toEqual(['xã.xlsx', 'xã.xlsx (2)', 'xã.xlsx (3)']);
});
