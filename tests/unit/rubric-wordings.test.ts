import { bandsCode, read, unreadOf } from './rubric-support';

/** Every wording of a group must give the same kind and bands. The expected bands are written by hand. */
interface Group {
  readonly label: string;
  readonly kind: string;
  readonly bands: string;
  readonly texts: readonly string[];
}

const RATE = 'Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh đúng quy định';
const BAD_RATE = 'Tỷ lệ trẻ em dưới 5 tuổi bị suy dinh dưỡng thể nhẹ cân';
const PER = 'Tỷ suất trẻ em vi phạm pháp luật trên 1.000 trẻ em';
const YES = 'Có kinh phí cho công tác bảo vệ, chăm sóc trẻ em';
const CHANGE = 'Số trẻ em bị tai nạn, thương tích so với năm trước';

const GROUPS: readonly Group[] = [
  {
    label: RATE,
    kind: 'percentage',
    bands: '(;95)=0 [95;98)=35 [98;)=50',
    texts: [
      'Đạt từ 98% trở lên: 50 điểm\nTừ 95% đến dưới 98%: 35 điểm\nDưới 95%: 0 điểm',
      '- Từ 98% trở lên: 50 điểm;\n- Từ 95% đến dưới 98%: 35 điểm;\n- Dưới 95%: 0 điểm.',
      '• Từ 98% trở lên – 50 điểm\n• Từ 95% đến dưới 98% – 35 điểm\n• Dưới 95% – 0 điểm',
      '≥ 98%: 50đ; 95% - < 98%: 35đ; < 95%: 0đ',
      'Từ 98% trở lên (50 điểm);\nTừ 95% đến dưới 98% (35 điểm);\nDưới 95% (0 điểm)',
      'đạt từ 98% trở lên được 50 điểm; từ 95% đến dưới 98% được 35 điểm; dưới 95% được 0 điểm',
      'Tỷ lệ đạt từ 98% trở lên chấm 50 điểm. Từ 95% đến dưới 98% chấm 35 điểm. Dưới 95% chấm 0 điểm',
      `${RATE}:\nTỷ lệ đạt từ 98% trở lên chấm 50 điểm. Từ 95% đến dưới 98% chấm 35 điểm. Dưới 95% chấm 0 điểm`,
      '50 điểm nếu đạt từ 98% trở lên; 35 điểm nếu đạt từ 95% đến dưới 98%; 0 điểm nếu dưới 95%',
      '- 50đ: ≥98%\n- 35đ: 95% - <98%\n- 0đ: <95%',
      '50 điểm: từ 98% trở lên, 35 điểm: từ 95% đến dưới 98%, 0 điểm: dưới 95%',
      'tu 98% tro len: 50 diem, tu 95% den duoi 98%: 35 diem, duoi 95%: 0 diem',
      'Tù 98% trờ lên được 50 điẻm. Từ 95% đén dưới 98% được 35 điểm. Dươi 95% được 0 điểm',
      'Từ 98% trở nên: 50 điểm; từ 95% đến dưới 98%: 35 điểm; dưới 95%: 0 điểm',
      'ĐẠT TỪ 98% TRỞ LÊN: 50 ĐIỂM; TỪ 95% ĐẾN DƯỚI 98%: 35 ĐIỂM; DƯỚI 95%: 0 ĐIỂM',
      '98% ≤ x: 50; 95% ≤ x < 98%: 35; x < 95%: 0',
      'x ≥ 98% → 50đ; 98% > x ≥ 95% → 35đ; x < 95% → 0đ',
      '[98;100]: 50\n[95;98): 35\n[0;95): 0'.replace('[98;100]', '[98;+∞)').replace('[0;95)', '< 95'),
      '>= 98% : 50 ; >= 95% và < 98% : 35 ; < 95% : 0',
      '=> 98%: 50 điểm; 95% - <98%: 35 điểm; <95%: 0 điểm',
      'Lớn hơn hoặc bằng 98%: 50 điểm; từ 95% đến nhỏ hơn 98%: 35 điểm; nhỏ hơn 95%: 0 điểm',
      'Không dưới 98%: 50 điểm; không dưới 95% và dưới 98%: 35 điểm; thấp hơn 95%: 0 điểm',
      'Ít nhất 98%: 50 điểm; ít nhất 95% nhưng dưới 98%: 35 điểm; còn lại: 0 điểm',
      'Tối thiểu 98%: 50 điểm; từ 95% đến dưới 98%: 35 điểm; các trường hợp khác: 0 điểm',
      'Từ 98% trở lên: 50 điểm; dưới 98% đến 95%: 35 điểm; trường hợp còn lại: 0 điểm',
      'Đạt ≥98% chấm 50đ/ đạt 95%-<98% chấm 35đ/ đạt <95% chấm 0đ',
      '+ Đạt tỷ lệ từ 98% trở lên: 50 điểm + Đạt tỷ lệ từ 95% đến dưới 98%: 35 điểm + Đạt tỷ lệ dưới 95%: 0 điểm',
      '- Từ 98% trở lên: 50 điểm - Từ 95% đến dưới 98%: 35 điểm - Dưới 95%: 0 điểm',
      'a) Từ 98% trở lên: 50 điểm\nb) Từ 95% đến dưới 98%: 35 điểm\nc) Dưới 95%: 0 điểm',
      'Mức 1: Từ 98% trở lên: 50 điểm\nMức 2: Từ 95% đến dưới 98%: 35 điểm\nMức 3: Dưới 95%: 0 điểm',
      '1. Từ 98% trở lên: 50 điểm. 2. Từ 95% đến dưới 98%: 35 điểm. 3. Dưới 95%: 0 điểm.',
      'Từ 98% trở lên = 50 điểm; từ 95% đến cận 98% = 35 điểm; dưới 95% = 0 điểm',
      'Từ 98% trở lên: 50 điểm; từ 95% đến dưới 98%: 35 điểm; dưới 95%: không tính điểm',
      'Trẻ em dưới 5 tuổi được khai sinh đạt từ 98% trở lên thì được 50 điểm, đạt từ 95% đến dưới 98% thì được 35 điểm, dưới 95% thì không được điểm',
      'Điểm tối đa: 50 điểm\nTừ 98% trở lên: 50 điểm\nTừ 95% đến dưới 98%: 35 điểm\nDưới 95%: 0 điểm',
      'Thang điểm 50:\n98% trở lên: 50 điểm\n95% đến dưới 98%: 35 điểm\nDưới 95%: 0 điểm',
      'Cách tính: (Số trẻ được khai sinh / Tổng số trẻ) x 100%\nTừ 98% trở lên: 50 điểm\nTừ 95% đến dưới 98%: 35 điểm\nDưới 95%: 0 điểm',
      'Từ 98% trở lên: 50 điểm. Từ 95% đến dưới 98%: 35 điểm. Dưới 95%: 0 điểm. Ghi chú: số liệu đến 31/10',
      'Từ 98% trở lên\n50 điểm\nTừ 95% đến dưới 98%\n35 điểm\nDưới 95%\n0 điểm',
      'Từ 98% trở lên: 50 điểm\nTừ 95% đến dưới\n98%: 35 điểm\nDưới 95%: 0 điểm',
      '≥98%|50\n95-<98%|35\n<95%|0',
      'Nếu tỷ lệ đạt ≥ 98% thì được 50 điểm; nếu 95% ≤ tỷ lệ < 98% thì được 35 điểm; nếu tỷ lệ < 95% thì được 0 điểm',
      'Không đạt 95%: 0 điểm; đạt từ 95% đến dưới 98%: 35 điểm; đạt từ 98%: 50 điểm',
      'Từ 98 phần trăm trở lên: 50 điểm; từ 95 đến dưới 98 phần trăm: 35 điểm; dưới 95 phần trăm: 0 điểm',
      'Từ 98 trở lên: 50 điểm; từ 95 đến dưới 98: 35 điểm; dưới 95: 0 điểm',
      'Có từ 98% trẻ em dưới 5 tuổi trở lên: 50 điểm; có từ 95% đến dưới 98% trẻ em: 35 điểm; dưới 95% trẻ em: 0 điểm',
      'Từ 98% trở lên: đạt 50 điểm; từ 95% đến dưới 98%: đạt 35 điểm; dưới 95%: đạt 0 điểm',
      'Từ 98% trở lên: tối đa 50 điểm; từ 95% đến dưới 98%: tối đa 35 điểm; dưới 95%: 0 điểm',
      '* Từ 98,0% trở lên (được 50 điểm)\n* Từ 95,0% đến dưới 98,0% (được 35 điểm)\n* Dưới 95,0% (được 0 điểm)',
      'Từ 98.0% trở lên: 50 điểm; từ 95.0% đến dưới 98.0%: 35 điểm; dưới 95.0%: 0 điểm',
      'Từ98%trở lên:50điểm;từ95%đến dưới98%:35điểm;dưới95%:0điểm',
      'Từ 98 % trở lên : 50 đ ; từ 95 % đến dưới 98 % : 35 đ ; dưới 95 % : 0 đ',
      'Đạt từ 98% trở lên: 50 điểm\n\n\nĐạt từ 95% đến dưới 98%: 35 điểm\n\nĐạt dưới 95%: 0 điểm\n',
    ],
  },
  {
    label: RATE,
    kind: 'percentage',
    bands: '(;80]=0 (80;90]=30 (90;)=50',
    texts: [
      'Trên 90%: 50 điểm; từ trên 80 % đến 90%: 30 điểm; từ 80% trở xuống: 0 điểm',
      '> 90%: 50đ; > 80% - 90%: 30đ; ≤ 80%: 0đ',
      'Hơn 90%: 50 điểm; trên 80% đến hết 90%: 30 điểm; không quá 80%: 0 điểm',
      'Lớn hơn 90%: 50; lớn hơn 80% và nhỏ hơn hoặc bằng 90%: 30; nhỏ hơn hoặc bằng 80%: 0',
      'Vượt 90%: 50 điểm; 80% < x ≤ 90%: 30 điểm; tối đa 80%: 0 điểm',
      'Cao hơn 90%: 50 điểm; trên 80 đến 90%: 30 điểm; không vượt quá 80%: 0 điểm',
      '(90%;+∞): 50 điểm\n(80;90]: 30 điểm\nkhông hơn 80%: 0 điểm'.replace('(90%;+∞)', '> 90%'),
    ],
  },
  {
    label: RATE,
    kind: 'percentage',
    bands: '(;85)=0 [85;89,9]=30 [90;)=50',
    texts: [
      'Từ 85 % đến 89,9 %: 30 điểm; từ 90% trở lên: 50 điểm; dưới 85%: 0 điểm',
      '85 - 89,9%: 30đ; ≥ 90%: 50đ; < 85%: 0đ',
      '85 ÷ 89.9%: 30đ; ≥ 90%: 50đ; < 85%: 0đ',
      '85 ~ 89,9%: 30đ; ≥ 90%: 50đ; < 85%: 0đ',
    ],
  },
  {
    label: 'Tỷ lệ các vụ việc trẻ em bị xâm hại được hỗ trợ kịp thời',
    kind: 'percentage',
    bands: '(;100)=0 [100;100]=75 no-case=75',
    texts: [
      '- Đạt 100%: 75 điểm;\n- Dưới 100%: 0 điểm;\n- Không phát sinh vụ việc: 75 điểm.',
      'Đạt 100% hoặc không phát sinh: 75 điểm; dưới 100%: 0 điểm',
      '100%: 75đ; < 100%: 0đ; không có vụ việc: 75đ',
      'đạt 100% được 75 điểm; không đạt 100% được 0 điểm; không xảy ra vụ việc được 75 điểm',
      'Không phát sinh trường hợp nào: 75 điểm. Bằng 100%: 75 điểm. Chưa đạt 100%: 0 điểm',
    ],
  },
  {
    label: 'Tỷ lệ trẻ em lao động nặng nhọc',
    kind: 'percentage',
    bands: '(0;0,5)=45 [0,5;1)=20 [1;)=0 none=75',
    texts: [
      'Không có (75 điểm);\nTrên 0% đến dưới 0,5% (45 điểm);\nTừ 0,5% đến dưới 1% (20 điểm);\nTừ 1% trở lên (0 điểm)',
      'Không phát sinh: 75đ; > 0% - < 0,5%: 45đ; 0,5% - < 1%: 20đ; ≥ 1%: 0đ',
    ],
  },
  {
    label: 'Tỷ lệ trẻ em tảo hôn',
    kind: 'percentage',
    bands: '(;1)=30 [1;)=0 none=50',
    texts: ['0%: 50đ; dưới 1%: 30đ; từ 1% trở lên: 0đ', 'Không có trẻ em tảo hôn: 50 điểm; dưới 1%: 30 điểm; từ 1% trở lên: 0 điểm'],
  },
  {
    label: BAD_RATE,
    kind: 'percentage',
    bands: '(;10]=40 (10;15]=25 (15;)=0',
    texts: [
      '≤ 10%: 40 điểm; > 10% - 15%: 25 điểm; > 15%: 0 điểm',
      'Không quá 10%: 40 điểm; trên 10% đến 15%: 25 điểm; hơn 15%: 0 điểm',
      'Từ 10% trở xuống: 40 điểm; trên 10% đến hết 15%: 25 điểm; vượt quá 15%: 0 điểm',
      '10% hoặc thấp hơn: 40 điểm; trên 10 - 15%: 25 điểm; nhiều hơn 15%: 0 điểm',
    ],
  },
  {
    label: 'Tỷ lệ thôn có điểm vui chơi',
    kind: 'percentage',
    bands: '(;70)=0 [70;)=25',
    texts: [
      'Từ 70% thôn có điểm vui chơi trở lên: 25 điểm; dưới 70%: 0 điểm',
      'Có từ 70% thôn có từ 02 điểm vui chơi trở lên: 25 điểm; dưới 70% thôn: 0 điểm',
      '≥ 70% số thôn có điểm vui chơi: 25đ; < 70% số thôn: 0đ',
    ],
  },
  {
    label: 'Tỷ lệ thôn có điểm vui chơi',
    kind: 'percentage',
    bands: '(;50)=0 [50;)=25',
    texts: ['Từ 1/2 số thôn trở lên: 25 điểm; dưới 1/2 số thôn: 0 điểm', 'Từ 50% số thôn: 25 điểm; còn lại: 0 điểm'],
  },
  {
    label: PER,
    kind: 'incidence',
    bands: '(;1)=30 [1;3)=15 [3;)=0 none=45',
    texts: [
      'Không có trẻ em vi phạm pháp luật: 45 điểm\nDưới 1/1.000 trẻ em: 30 điểm\nTừ 1/1.000 đến dưới 3/1.000 trẻ em: 15 điểm\nTừ 3/1.000 trẻ em trở lên: 0 điểm',
      'Không có trẻ em vi phạm pháp luật: 45đ; < 1‰: 30đ; 1‰ - < 3‰: 15đ; ≥ 3‰: 0đ',
      'Không có: 45 điểm; dưới 1 em/1.000 trẻ em: 30 điểm; từ 1 đến dưới 3 em/1.000 trẻ em: 15 điểm; từ 3 em/1.000 trẻ em trở lên: 0 điểm',
      'Không có: 45 điểm; dưới 1: 30 điểm; từ 1 đến dưới 3: 15 điểm; từ 3 trở lên: 0 điểm',
      'Không xảy ra: 45 điểm; dưới 1/1000: 30 điểm; từ 1/1000 đến dưới 3/1000: 15 điểm; từ 3/1000 trở lên: 0 điểm',
      'Không phát sinh: 45 điểm; dưới 1 trẻ em trên 1.000 trẻ em: 30 điểm; từ 1 đến dưới 3 trẻ em trên 1.000 trẻ em: 15 điểm; từ 3 trẻ em trên 1.000 trẻ em trở lên: 0 điểm',
      'Không có trẻ em nào: 45 điểm; dưới 1 phần nghìn: 30 điểm; từ 1 đến dưới 3 phần nghìn: 15 điểm; từ 3 phần nghìn trở lên: 0 điểm',
      'Dưới 0,1%: 30 điểm; từ 0,1% đến dưới 0,3%: 15 điểm; từ 0,3% trở lên: 0 điểm; không có: 45 điểm',
      '0: 45 điểm; dưới 1/1.000: 30 điểm; từ 1/1.000 đến dưới 3/1.000: 15 điểm; từ 3/1.000 trở lên: 0 điểm',
    ],
  },
  {
    label: 'Tỷ suất trẻ em tử vong do tai nạn trên 100.000 trẻ em',
    kind: 'incidence',
    bands: '(;40)=15 [40;)=0 none=30',
    texts: [
      'Không có trẻ em tử vong: 30 điểm\nDưới 40/100.000 trẻ em: 15 điểm\nTừ 40/100.000 trẻ em trở lên: 0 điểm',
      'Không có: 30; dưới 40 trẻ/100.000 trẻ: 15; từ 40 trẻ/100.000 trẻ trở lên: 0',
      'Không có: 30; < 40/100000: 15; ≥ 40/100000: 0',
    ],
  },
  {
    label: 'Tỷ suất trẻ em bị xâm hại',
    kind: 'incidence',
    bands: '(;0,5)=50 [0,5;1)=25 [1;)=0 none=75',
    texts: [
      'Không có: 75đ; dưới 0,5/1.000: 50đ; từ 0,5/1.000 đến dưới 1/1.000: 25đ; từ 1/1.000: 0đ',
      'Không có: 75đ; dưới 0,5‰: 50đ; 0,5 - <1‰: 25đ; ≥1‰: 0đ',
    ],
  },
  {
    label: YES,
    kind: 'presence',
    bands: 'no=0 yes=20',
    texts: [
      'Có: 20 điểm\nKhông: 0 điểm',
      '- Có: 20 điểm;\n- Không: 0 điểm.',
      '• Có – 20 điểm\n• Không – 0 điểm',
      'Có (20 điểm);\nKhông (0 điểm)',
      'có được 20 điểm; không được 0 điểm',
      'Có bố trí: 20 điểm\nKhông bố trí: 0 điểm',
      'có bố trí được 20 điểm; không bố trí được 0 điểm',
      'Có bố trí chấm 20 điểm. Không bố trí chấm 0 điểm',
      'Có = 20 điểm, không = 0 điểm',
      '20đ nếu có; 0đ nếu không',
      'Nếu có: 20 điểm, nếu không có: 0 điểm',
      'Có (20đ)/Không (0đ)',
      'Có: 20, Không: 0',
      'Đã bố trí: 20 điểm; chưa bố trí: 0 điểm',
      'Đạt: 20 điểm; Không đạt: 0 điểm',
      'Đạt 20 điểm nếu có; không có: 0 điểm',
      'Thực hiện tốt: 20 điểm; chưa thực hiện: 0 điểm',
      'Có kinh phí hoặc nguồn xã hội hóa: 20 điểm; không có: 0 điểm',
      'Co: 20 diem; Khong: 0 diem',
      'Bố trí kinh phí: 20 điểm; không bố trí: 0 điểm',
      'Có bố trí: 20 điểm; trường hợp khác: 0 điểm',
      'CÓ: 20đ; KHÔNG: 0đ',
      'Có → 20; Không → 0',
      'Có kinh phí: 20 điểm, không có kinh phí: không tính điểm',
    ],
  },
  {
    label: YES,
    kind: 'presence',
    bands: 'yes=20',
    texts: ['Có: 20 điểm', '20 điểm', 'Có kinh phí (được 20 điểm)', 'Đạt: 20 điểm', 'Có bố trí kinh phí được 20 điểm'],
  },
  {
    label: 'Có điểm vui chơi, giải trí dành cho trẻ em cấp xã',
    kind: 'presence',
    bands: 'no=0 yes=25',
    texts: [
      'Có điểm vui chơi: 25 điểm; không có điểm vui chơi: 0 điểm',
      'Có điểm vui chơi 25 điểm. Không có điểm vui chơi 0 điểm.',
      'Có điểm vui chơi, giải trí: 25đ\nKhông có: 0đ',
    ],
  },
  {
    label: 'Số vụ trẻ em bị xâm hại tình dục',
    kind: 'count',
    bands: '[1;)=0 none=50',
    texts: [
      'Không có vụ trẻ em bị xâm hại tình dục: 50 điểm\nCó từ 01 vụ trở lên: 0 điểm',
      'Không có: 50đ; ≥ 01 vụ: 0đ',
      'Không để xảy ra: 50 điểm; để xảy ra từ 01 vụ trở lên: 0 điểm',
      'không có vụ nào được 50 điểm; có ít nhất một vụ được 0 điểm',
      'Không phát sinh vụ nào (50 điểm); từ 1 vụ (0 điểm)',
      'Không xảy ra: 50 điểm; từ 1 vụ trở lên: 0 điểm',
      'Không có: 50 điểm; còn lại: 0 điểm',
    ],
  },
  {
    label: 'Số vụ trẻ em bị xâm hại tình dục',
    kind: 'count',
    bands: '(0;)=0 none=50',
    texts: ['Không xảy ra vụ việc: 50 điểm; có xảy ra: 0 điểm', 'Không có: 50 điểm; có: 0 điểm'],
  },
  {
    label: 'Số buổi hoạt động văn hóa, văn nghệ cho trẻ em trong năm',
    kind: 'count',
    bands: '[1;1]=5 [2;3]=15 [4;)=25 none=0',
    texts: [
      '- Có từ 04 buổi trở lên: 25 điểm;\n- Có từ 02 đến 03 buổi: 15 điểm;\n- Có 01 buổi: 5 điểm;\n- Không tổ chức: 0 điểm.',
      '≥ 04 buổi: 25; 02 - 03 buổi: 15; 01 buổi: 5; không tổ chức: 0',
      'Có từ 04 buổi trở lên chấm 25 điểm. Có từ 02 đến 03 buổi chấm 15 điểm. Có 01 buổi chấm 5 điểm. Không tổ chức chấm 0 điểm',
      'Bốn buổi trở lên: 25 điểm; từ hai đến 3 buổi: 15 điểm; một buổi: 5 điểm; chưa tổ chức: 0 điểm'.replace('Bốn', 'Có bốn'),
      'Tổ chức ít nhất 4 buổi: 25đ; tổ chức 2-3 buổi: 15đ; tổ chức 1 buổi: 5đ; không có buổi nào: 0đ',
      '25 điểm: từ 4 buổi/năm trở lên\n15 điểm: 2 đến 3 buổi/năm\n5 điểm: 1 buổi/năm\n0 điểm: không tổ chức',
    ],
  },
  {
    label: 'Số diễn đàn được tổ chức trong năm',
    kind: 'count',
    bands: '[1;1]=15 [2;)=25 none=0',
    texts: [
      'Có từ 02 cuộc trở lên: 25; có 01 cuộc: 15; không tổ chức: 0',
      'Tổ chức ≥ 02 lần/năm: 25 điểm; 01 lần/năm: 15 điểm; không tổ chức: 0 điểm',
      'Hai cuộc trở lên: 25 điểm; một cuộc: 15 điểm; không tổ chức: 0 điểm',
      'Có từ 02 cuộc trở lên – 25 điểm\nCó 01 cuộc – 15 điểm\nKhông tổ chức – 0 điểm',
    ],
  },
  {
    label: 'Số điểm vui chơi',
    kind: 'count',
    bands: '[1;1]=15 [2;)=25 none=0',
    texts: [
      'Có từ 02 điểm trở lên: 25 điểm; có 01 điểm: 15 điểm; không có: 0 điểm',
      'Có 02 điểm vui chơi trở lên: 25 điểm; 01 điểm vui chơi: 15 điểm; không có: 0 điểm',
      'Không có điểm nào: 0 điểm; có 01 điểm: 15 điểm; từ 02 điểm trở lên: 25 điểm',
    ],
  },
  {
    label: CHANGE,
    kind: 'change',
    bands: '(0;10)=30 (;0]=0 [10;)=50 none=50',
    texts: [
      '- Giảm từ 10% trở lên so với năm trước: 50 điểm;\n- Giảm dưới 10% so với năm trước: 30 điểm;\n- Không giảm hoặc tăng: 0 điểm;\n- Không có trẻ em bị tai nạn, thương tích: 50 điểm.',
      'Giảm ≥ 10% so với năm trước: 50đ; Giảm < 10%: 30đ; Không giảm hoặc tăng: 0đ; Không có trẻ em bị tai nạn, thương tích: 50đ',
      'Không có trẻ em bị TNTT hoặc giảm từ 10% trở lên: 50 điểm; giảm dưới 10%: 30 điểm; không giảm, tăng: 0 điểm',
      'Giảm ít nhất 10% hoặc không có: 50 điểm; giảm dưới 10%: 30 điểm; không giảm: 0 điểm',
      'Giảm từ 10% trở lên: 50 điểm; dưới 10%: 30 điểm; không giảm: 0 điểm; không có: 50 điểm',
      'Giảm từ 10% trở lên so với cùng kỳ: 50 điểm; giảm dưới 10%: 30 điểm; bằng hoặc tăng: 0 điểm; không xảy ra: 50 điểm',
    ],
  },
  {
    label: CHANGE,
    kind: 'change',
    bands: '(0;)=50 (;0)=0 [0;0]=30',
    texts: [
      'Giảm so với năm trước: 50 điểm; Bằng năm trước: 30 điểm; Tăng so với năm trước: 0 điểm',
      'Giảm: 50; giữ nguyên: 30; tăng: 0',
      'Giảm: 50 điểm; không tăng, không giảm: 30 điểm; tăng: 0 điểm',
      'giảm được 50 điểm; không tăng được 30 điểm; tăng được 0 điểm',
    ],
  },
  {
    label: CHANGE,
    kind: 'change',
    bands: '(;-5)=0 [-5;0)=20 [0;)=50',
    texts: [
      'Không tăng so với năm trước: 50 điểm; tăng không quá 5%: 20 điểm; tăng trên 5%: 0 điểm',
      'Giảm hoặc bằng năm trước: 50đ; tăng ≤ 5%: 20đ; tăng > 5%: 0đ',
    ],
  },
  {
    label: CHANGE,
    kind: 'change',
    bands: '(;0)=0 [0;10)=10 [10;20]=30 (20;)=50',
    texts: ['Giảm trên 20%: 50đ; Giảm từ 10% - 20%: 30đ; Giảm dưới 10% hoặc giữ nguyên: 10đ; Tăng: 0đ'],
  },
  {
    label: 'Đánh giá chung của người dân',
    kind: 'choice',
    bands: 'kha=15 tot=25 trung binh=5 yeu=0',
    texts: [
      '- Tốt: 25 điểm;\n- Khá: 15 điểm;\n- Trung bình: 5 điểm;\n- Yếu: 0 điểm.',
      'Tốt chấm 25 điểm. Khá chấm 15 điểm. Trung bình chấm 5 điểm. Yếu chấm 0 điểm',
      '• Tốt – 25 điểm\n• Khá – 15 điểm\n• Trung bình – 5 điểm\n• Yếu – 0 điểm',
      'Tốt: 25; Khá: 15; TB: 5; Yếu: 0',
      'Xếp loại tốt: 25 điểm; loại khá: 15 điểm; mức trung bình: 5 điểm; xếp loại yếu: 0 điểm',
      '25đ: Tốt; 15đ: Khá; 5đ: Trung bình; 0đ: Yếu',
      'Đánh giá ở mức tốt được 25 điểm; khá được 15 điểm; trung bình được 5 điểm; yếu được 0 điểm',
    ],
  },
  {
    label: 'Mức độ hài lòng',
    kind: 'choice',
    bands: 'binh thuong=10 hai long=20 khong hai long=0 rat hai long=25',
    texts: [
      'Rất hài lòng: 25 điểm; Hài lòng: 20 điểm; Bình thường: 10; Không hài lòng: 0'.replace(
        'Bình thường: 10; Không hài lòng: 0',
        'Bình thường: 10 điểm; Không hài lòng: 0 điểm',
      ),
      'Rất hài lòng 25đ\nHài lòng 20đ\nBình thường 10đ\nKhông hài lòng 0đ',
    ],
  },
  {
    label: 'Đánh giá chung',
    kind: 'choice',
    bands: 'kem=0 kha=15 tot=25 yeu=0',
    texts: [
      'Tốt: 25; Khá: 15; Yếu, kém: 0',
      'Tốt: 25 điểm; Khá: 15 điểm; Yếu/Kém: 0 điểm',
      'Tốt: 25 điểm; Khá: 15 điểm; Yếu hoặc kém: 0 điểm',
    ],
  },
];

/** Codes in the order that the reader's are in. */
function sorted(codes: string): string {
  return codes
    .split(/(?<==[\d.]+) /)
    .sort()
    .join(' ');
}

describe('the same scale in many wordings', () => {
  for (const group of GROUPS) {
    for (const text of group.texts) {
      test(`${group.label.slice(0, 30)} | ${text.replace(/\n/g, ' ⏎ ').slice(0, 110)}`, () => {
        const rubric = read(text, group.label);
        expect(unreadOf(rubric)).toEqual([]);
        expect(bandsCode(rubric)).toBe(sorted(group.bands));
        expect(rubric.kind).toBe(group.kind);
        expect(rubric.coverage).toEqual([]);
      });
    }
  }

  test('there are at least 150 of them', () => {
    expect(GROUPS.reduce((sum, group) => sum + group.texts.length, 0)).toBeGreaterThanOrEqual(150);
  });
});
