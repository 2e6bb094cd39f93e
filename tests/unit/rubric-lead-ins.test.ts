import { bandsCode, piecesOf, read, unreadOf } from './rubric-support';

const RATE = 'Tỷ lệ trẻ em được đăng ký khai sinh';
const COUNT = 'Số mô hình bảo vệ trẻ em';
const PRESENCE = 'Có bố trí kinh phí';
const RATE_BANDS = '(;90)=0 [90;95)=20 [95;98)=35 [98;)=50';
const BANDS = '- Từ 98% trở lên: 50 điểm;\n- Từ 95% đến dưới 98%: 35 điểm;\n- Từ 90% đến dưới 95%: 20 điểm;\n- Dưới 90%: 0 điểm.';

describe('a maximum named before the bands is no band', () => {
  test.each<[string]>([
    ['Điểm tối đa 50 điểm, trong đó:'],
    ['Tối đa 50 điểm, trong đó:'],
    ['Tối đa 50 điểm. Trong đó:'],
    ['Điểm tối đa: 50 điểm. Cụ thể:'],
    ['Tổng 50 điểm:'],
    ['Tổng số điểm 50 điểm, cụ thể như sau:'],
    ['Tổng điểm: 50 điểm'],
    ['(Tối đa 50 điểm)'],
    ['(Điểm tối đa: 50)'],
    ['(Tổng điểm tối đa 50 điểm)'],
    ['Điểm tối đa 50'],
    ['Điểm chuẩn: 50 điểm'],
    ['Thang điểm: 50 điểm'],
    ['Thang điểm 50, bao gồm:'],
    ['50 điểm, trong đó:'],
    ['50 điểm:'],
    ['Tối đa được 50 điểm, gồm các mức sau:'],
    ['Cách tính điểm (tối đa 50 điểm):'],
    ['Mức điểm tối đa là 50 điểm, được tính như sau:'],
  ])('%s', (lead) => {
    for (const maxPoints of [5000, null]) {
      const rubric = read(`${lead}\n${BANDS}`, RATE, { maxPoints });
      expect(unreadOf(rubric)).toEqual([]);
      expect(bandsCode(rubric)).toBe(RATE_BANDS);
      expect(rubric.complete).toBe(true);
    }
  });

  test('before a yes/no scale and a scale of counts', () => {
    expect(bandsCode(read('Điểm tối đa 20 điểm, trong đó:\n- Có: 20 điểm\n- Không: 0 điểm', PRESENCE, { maxPoints: 2000 }))).toBe(
      'no=0 yes=20',
    );
    const count = read('Tối đa 25 điểm, trong đó:\n- Từ 02 mô hình: 25 điểm\n- 01 mô hình: 15 điểm\n- Không có: 0 điểm', COUNT);
    expect(unreadOf(count)).toEqual([]);
    expect(bandsCode(count)).toBe('[1;1]=15 [2;)=25 none=0');
  });

  test('before points for each unit it is the ceiling', () => {
    const rubric = read('Tối đa 20 điểm, trong đó: mỗi mô hình được 5 điểm', COUNT, { maxPoints: 2000 });
    expect(rubric.perUnit).toMatchObject({ pointsPerUnit: 500, cap: 2000 });
  });
});

describe('bands on one line', () => {
  test.each<[string, string, string]>([
    [COUNT, '≥02: 25đ / 01: 15đ / 0: 0đ', '[0;0]=0 [1;1]=15 [2;)=25'],
    [COUNT, '≥ 02 cuộc: 25 / 01 cuộc: 15 / Không có: 0', '[1;1]=15 [2;)=25 none=0'],
    [COUNT, '≥ 02 cuộc: 25 | 01 cuộc: 15 | 0 cuộc: 0', '[0;0]=0 [1;1]=15 [2;)=25'],
    [COUNT, '≥ 04: 25; 02-03: 15; 01: 5; 0: 0', '[0;0]=0 [1;1]=5 [2;3]=15 [4;)=25'],
    [COUNT, '≥ 04 buổi: 25 / 02 - 03 buổi: 15 / 01 buổi: 5 / 0: 0', '[0;0]=0 [1;1]=5 [2;3]=15 [4;)=25'],
    [RATE, '≥98%: 50đ / 95-<98%: 35đ / 90-<95%: 20đ / <90%: 0đ', '(;90)=0 [90;95)=20 [95;98)=35 [98;)=50'],
    [RATE, '≥98%: 50 / 95%-<98%: 35 / 90%-<95%: 20 / <90%: 0', '(;90)=0 [90;95)=20 [95;98)=35 [98;)=50'],
    [
      RATE,
      '≥98%: 50 điểm | từ 95% đến dưới 98%: 35 điểm | từ 90% đến dưới 95%: 20 điểm | dưới 90%: 0 điểm',
      '(;90)=0 [90;95)=20 [95;98)=35 [98;)=50',
    ],
    [RATE, '≥98%: 50 điểm\t95-<98%: 35 điểm\t90-<95%: 20 điểm\t<90%: 0 điểm', '(;90)=0 [90;95)=20 [95;98)=35 [98;)=50'],
    [RATE, '≥98%: 50\t95-<98%: 35\t90-<95%: 20\t<90%: 0', '(;90)=0 [90;95)=20 [95;98)=35 [98;)=50'],
    [PRESENCE, 'Có/Không: 20/0', 'no=0 yes=20'],
    [PRESENCE, 'Có/Không: 20/0 điểm', 'no=0 yes=20'],
    [PRESENCE, 'Có / Không: 20 điểm / 0 điểm', 'no=0 yes=20'],
    [PRESENCE, 'Có: 20/ Không: 0', 'no=0 yes=20'],
    [PRESENCE, 'Có 20đ / Không 0đ', 'no=0 yes=20'],
    [PRESENCE, 'Có/Không (20/0)', 'no=0 yes=20'],
    [PRESENCE, 'Đạt/Không đạt: 20/0', 'no=0 yes=20'],
    [
      RATE,
      '50 - từ 98% trở lên\n35 - từ 95% đến dưới 98%\n20 - từ 90% đến dưới 95%\n0 - dưới 90%',
      '(;90)=0 [90;95)=20 [95;98)=35 [98;)=50',
    ],
    [RATE, '50: từ 98% trở lên\n35: từ 95% đến dưới 98%\n20: từ 90% đến dưới 95%\n0: dưới 90%', '(;90)=0 [90;95)=20 [95;98)=35 [98;)=50'],
    [PRESENCE, '20 - Có\n0 - Không', 'no=0 yes=20'],
  ])('%s: %s', (label, text, expected) => {
    for (const maxPoints of [label === RATE ? 5000 : label === COUNT ? 2500 : 2000, null]) {
      const rubric = read(text, label, { maxPoints });
      expect(unreadOf(rubric)).toEqual([]);
      expect(bandsCode(rubric)).toBe(expected);
    }
  });
});

describe('what one value cannot decide is not read as if it could', () => {
  test.each<[string]>([
    ['- Đạt 98% trở lên, có sổ theo dõi: 50 điểm\n- Dưới 98%: 0 điểm'],
    ['- Từ 98% trở lên và có sổ theo dõi: 50 điểm\n- Dưới 98%: 0 điểm'],
    ['- Từ 98% trở lên; có sổ theo dõi: 50 điểm\n- Dưới 98%: 0 điểm'],
    ['- Có sổ theo dõi, đạt 98% trở lên: 50 điểm\n- Dưới 98%: 0 điểm'],
    ['- Từ 98% trở lên, không có trẻ đăng ký muộn: 50 điểm\n- Dưới 98%: 0 điểm'],
    ['- Phường: dưới 7%: 40 điểm\n- Xã: dưới 10%: 40 điểm\n- Còn lại: 0 điểm'],
    ['Đối với phường, thị trấn: từ 98% trở lên: 40 điểm\nĐối với xã: từ 95% trở lên: 40 điểm'],
    ['Phường:\n- Từ 98%: 40 điểm\n- Dưới 98%: 0 điểm\nXã:\n- Từ 95%: 40 điểm\n- Dưới 95%: 0 điểm'],
  ])('%s', (text) => {
    const rubric = read(text, RATE);
    expect(rubric.unread.length).toBeGreaterThan(0);
    expect(rubric.complete).toBe(false);
  });

  test.each<[string]>([
    ['- Có từ 98% trẻ em trở lên: 50 điểm\n- Dưới 98%: 0 điểm'],
    ['- Đạt từ 98% trở lên, được 50 điểm\n- Dưới 98%, được 0 điểm'],
    ['- Từ 98% trở lên số trẻ em được đăng ký và có giấy khai sinh đúng hạn: 50 điểm\n- Dưới 98%: 0 điểm'],
  ])('one condition in more words stays one: %s', (text) => {
    const rubric = read(text, RATE);
    const two = text.includes(' và có ');
    expect(rubric.unread.length > 0).toBe(two);
  });
});

describe('things that are added up', () => {
  test('a plain yes is all of it, the sums between can be given', () => {
    const rubric = read('- Có kế hoạch: 10 điểm\n- Có kinh phí: 10 điểm\n- Có người phụ trách: 5 điểm', 'Kế hoạch, kinh phí', {
      maxPoints: 2500,
    });
    const points = rubric.bands.map((band) => band.points / 100).sort((a, b) => a - b);
    expect(points).toEqual([0, 5, 10, 15, 20, 25]);
    expect(rubric).toMatchObject({ kind: 'choice', least: 0, most: 2500, complete: true });
  });

  test('alternatives under the maximum of the best stay alternatives', () => {
    const rubric = read('- Có kế hoạch riêng: 10 điểm\n- Có kế hoạch lồng ghép: 5 điểm', 'Kế hoạch', { maxPoints: 1000 });
    expect(bandsCode(rubric)).toBe('co ke hoach long ghep=5 co ke hoach rieng=10');
  });
});

test('a maximum in a cell of its own before the bands is the ceiling', () => {
  const rubric = read(piecesOf('Điểm tối đa 50 điểm, trong đó:', ...BANDS.split('\n')), RATE, { maxPoints: 5000 });
  expect(unreadOf(rubric)).toEqual([]);
  expect(bandsCode(rubric)).toBe(RATE_BANDS);
});

test.each<[string]>([
  ['50 điểm: từ 98% trở lên\n35 điểm: từ 95% đến dưới 98%\n20 điểm: từ 90% đến dưới 95%\n0 điểm: dưới 90%'],
  ['50 điểm:\nTừ 98% trở lên\n35 điểm:\nTừ 95% đến dưới 98%\n20 điểm:\nTừ 90% đến dưới 95%\n0 điểm:\nDưới 90%'],
  ['50 điểm - từ 98% trở lên; 35 điểm - từ 95% đến dưới 98%; 20 điểm - từ 90% đến dưới 95%; 0 điểm - dưới 90%'],
])('points before their band are no ceiling: %s', (text) => {
  const rubric = read(text, RATE, { maxPoints: 5000 });
  expect(unreadOf(rubric)).toEqual([]);
  expect(bandsCode(rubric)).toBe(RATE_BANDS);
});
