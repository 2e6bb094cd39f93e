/** The names of the thirteen criteria of Decision 06/QĐ-TTg (2019), as officers shorten them. */
const NAMES = [
  'Nguồn lực thực hiện quyền trẻ em',
  'Trẻ em được khai sinh đúng quy định',
  'Trẻ em bị xâm hại',
  'Trẻ em vi phạm pháp luật, nghiện ma túy',
  'Trẻ em bị tai nạn, thương tích',
  'Trẻ em có hoàn cảnh đặc biệt được trợ giúp',
  'Trẻ em dưới 1 tuổi được tiêm chủng đầy đủ các loại vắc xin',
  'Trẻ em dưới 5 tuổi bị suy dinh dưỡng thể nhẹ cân và thể thấp còi',
  'Trẻ em được khám sức khỏe định kỳ',
  'Trẻ em đến trường, lớp mầm non',
  'Trẻ em được thực hiện quyền tham gia của trẻ em',
  'Hoạt động vui chơi, giải trí, văn hóa, thể dục, thể thao dành cho trẻ em',
  'Mức độ hài lòng của trẻ em và người dân về việc thực hiện quyền trẻ em',
];

export interface FormPlan {
  readonly title: string;
  readonly answer: string;
  /** The self-score of each criterion's only item, one for all or by criterion. */
  readonly score: string | ((criterion: number) => string);
  readonly total?: string;
}

/** A whole form as a Markdown table: thirteen criteria, each with one yes/no item worth 20 points. Items stand in rows 5, 7, 9 …, column F. */
export function wholeForm(plan: FormPlan): string {
  const scoreOf = (criterion: number): string => (typeof plan.score === 'string' ? plan.score : plan.score(criterion));
  const rows = NAMES.map((name, index) => {
    const number = index + 1;
    return `| ${number} | ${name} | | 20 | | |\n| ${number}.1 | Có kế hoạch, phân công việc ${number} | Có: 20 điểm; Không: 0 điểm | 20 | ${plan.answer} | ${scoreOf(number)} |`;
  });
  return [
    `| ${plan.title} | | | | | |`,
    '| | | | | | |',
    '| TT | Tiêu chí | Thang điểm | Điểm tối đa | Kết quả | Điểm tự chấm |',
    ...rows,
    ...(plan.total === undefined ? [] : [`| | TỔNG CỘNG | | 260 | | ${plan.total} |`]),
  ].join('\n');
}
