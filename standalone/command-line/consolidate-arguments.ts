import { badArguments } from './refusal';

export interface ConsolidateArguments {
  /** Files and folders, as given. */
  readonly inputs: readonly string[];
  readonly out: string | null;
  readonly roster: string | null;
  readonly rubric: string | null;
  readonly print: 'report' | 'json' | 'ndjson';
}

export const consolidateUsage = `Cách dùng: npm run --silent consolidate -- TỆP_HOẶC_THƯ_MỤC... --out SỔ_TỔNG_HỢP.xlsx [tùy chọn]

  TỆP_HOẶC_THƯ_MỤC      bảng tính của các xã, sổ tổng hợp của các huyện; thư mục được tìm cả bên trong
  --out TỆP.xlsx        sổ tổng hợp; nếu đã có sổ của lần trước thì phần thẩm định ghi tay được giữ lại
  --roster DANH_SÁCH    danh sách xã phải nộp (.csv hoặc bảng tính): tên, huyện, mã, loại đơn vị
  --rubric TỆP          bảng có thang điểm chuẩn của huyện; đề nghị công nhận theo thang này
  --json                in một tài liệu JSON thay cho báo cáo
  --ndjson              in kết quả chấm của từng xã, mỗi xã một dòng JSON
`;

const valueOptions = ['--out', '--roster', '--rubric'] as const;
const flagOptions = ['--json', '--ndjson'] as const;

/**
 * The arguments of `consolidate`, checked as far as that needs no file.
 * @throws a refusal with status 2: unknown or repeated options, missing values, no input, no place for the result.
 */
export function readConsolidateArguments(words: readonly string[]): ConsolidateArguments {
  const inputs: string[] = [];
  const values = new Map<string, string>();
  const flags = new Set<string>();
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (word === '--') {
      inputs.push(...words.slice(index + 1));
      break;
    }
    if (!word.startsWith('--')) {
      inputs.push(word);
      continue;
    }
    if ((flagOptions as readonly string[]).includes(word)) {
      flags.add(word);
      continue;
    }
    const equals = word.indexOf('=');
    const name = equals < 0 ? word : word.slice(0, equals);
    if (!(valueOptions as readonly string[]).includes(name))
      throw badArguments(`Không có tùy chọn ${name}; các tùy chọn: ${[...valueOptions, ...flagOptions].join(', ')}.`);
    const value = equals < 0 ? words[(index += 1)] : word.slice(equals + 1);
    if (value === undefined || value === '' || (equals < 0 && value.startsWith('--')))
      throw badArguments(`Tùy chọn ${name} thiếu giá trị.`);
    if (values.has(name)) throw badArguments(`Tùy chọn ${name} được ghi hai lần.`);
    values.set(name, value);
  }
  if (inputs.filter((input) => input !== '').length === 0)
    throw badArguments('Chưa ghi tệp hay thư mục cần tổng hợp; cách dùng: npm run --silent consolidate -- THƯ_MỤC --out SỔ_TỔNG_HỢP.xlsx.');
  if (flags.size === 2) throw badArguments('Chỉ dùng một trong hai tùy chọn --json và --ndjson.');
  const out = values.get('--out') ?? null;
  if (out === null && flags.size === 0) throw badArguments('Chưa ghi --out SỔ_TỔNG_HỢP.xlsx để biết ghi sổ tổng hợp vào đâu.');
  if (out !== null && !/\.xlsx$/i.test(out)) throw badArguments(`--out ${out}: sổ tổng hợp phải có đuôi .xlsx.`);
  return {
    inputs,
    out,
    roster: values.get('--roster') ?? null,
    rubric: values.get('--rubric') ?? null,
    print: flags.has('--json') ? 'json' : flags.has('--ndjson') ? 'ndjson' : 'report',
  };
}
