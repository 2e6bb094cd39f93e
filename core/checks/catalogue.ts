import type { FindingCode, Severity } from '../assessment';
import type { FindingTokens } from './tokens';

/** One kind of finding: how grave it is, what it is called in lists, and its sentence. */
export interface CatalogueEntry<Tokens> {
  /** A finding may state another one where the contract gives two. */
  readonly severity: Severity;
  /** Short Vietnamese title, for grouping. */
  readonly title: string;
  /** What was seen, what is expected, what to do. */
  message(tokens: Tokens): string;
}

/** `text` in Vietnamese quotation marks, cut where it would fill the panel. */
function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `“${line.length > 80 ? `${line.slice(0, 79).trim()}…` : line}”`;
}

/** `text` behind a space, or nothing. */
function also(before: string, text: string, after = ''): string {
  return text === '' ? '' : `${before}${text}${after}`;
}

const inOtherWorkbook = (elsewhere: boolean): string => (elsewhere ? ' (thang điểm lấy từ tệp khác)' : '');

/** Every finding of the contract (“Finding codes”), in the contract's order. */
export const findingCatalogue: { readonly [Code in FindingCode]: CatalogueEntry<FindingTokens[Code]> } = {
  'missing-observation': {
    severity: 'error',
    title: 'Chưa có kết quả',
    message: (tokens) => {
      if (tokens.scope === 'form')
        return 'Biểu chưa có kết quả của chỉ tiêu nào nên chưa tính được điểm. Bổ sung kết quả thực hiện của từng chỉ tiêu rồi chấm lại.';
      if (tokens.scope === 'table')
        return `Bảng ở trang tính ${quoted(tokens.sheet)} không có chỗ ghi kết quả của ${tokens.count} chỉ tiêu nên chưa tính được điểm. Thêm cột kết quả rồi chấm lại.`;
      if (tokens.scope === 'column')
        return `Cột ${quoted(tokens.header)} còn trống từ trên xuống dưới (${tokens.count} chỉ tiêu) nên chưa tính được điểm. Điền kết quả vào cột này rồi chấm lại.`;
      if (tokens.scope === 'earlier-year')
        return `${tokens.subject}: mới có số của năm nay (${tokens.seen}), thiếu số của năm trước để so sánh nên chưa tính được điểm. Cần ghi ${tokens.expected}.`;
      return `${tokens.subject} chưa có kết quả nên chưa tính được điểm. Điền kết quả vào ô này${also(' (', tokens.expected, ')')}.`;
    },
  },
  'unreadable-value': {
    severity: 'error',
    title: 'Không đọc được kết quả',
    message: ({ subject, seen, expected }) =>
      `${subject}: ô ghi ${quoted(seen)}, không đọc được thành kết quả. Cần ghi ${expected === '' ? 'cho rõ, ví dụ 98,5% hoặc 197/200 hoặc Có' : expected}.`,
  },
  'unreadable-rubric': {
    severity: 'error',
    title: 'Không đọc được thang điểm',
    message: (tokens) => {
      if (tokens.scope === 'template')
        return 'Biểu không có thang điểm (cách tính và số điểm từng mức) nên không tính được điểm. Thêm cột thang điểm, hoặc chấm cùng một biểu mẫu khác có thang điểm.';
      if (tokens.scope === 'none')
        return `${tokens.subject} không có thang điểm nên không tính được điểm. Ghi cách tính và số điểm từng mức cho chỉ tiêu này.`;
      return `${tokens.subject}${inOtherWorkbook(tokens.elsewhere)}: không đọc được đoạn ${quoted(tokens.seen)} của thang điểm. Ghi lại rõ từng mức, ví dụ: Từ 90% đến dưới 95%: 30 điểm.`;
    },
  },
  'formula-error': {
    severity: 'error',
    title: 'Công thức bị lỗi',
    message: ({ subject, seen, expected }) =>
      `${subject}: ô đang báo lỗi ${seen} nên không đọc được. Sửa công thức hoặc điền đủ số liệu mà công thức cần${also('; giá trị đúng có thể là ', expected)}.`,
  },
  'text-number': {
    severity: 'info',
    title: 'Số đang lưu dạng chữ',
    message: ({ subject, seen, expected }) =>
      `${subject}: ${quoted(seen)} đang lưu dạng chữ${also(', đã đọc là ', expected === seen.trim() ? '' : expected)}. Nên nhập lại thành số để công thức cộng được.`,
  },
  'percentage-out-of-range': {
    severity: 'error',
    title: 'Tỷ lệ ngoài khoảng 0–100%',
    message: ({ subject, seen, expected }) =>
      `${subject}: tỷ lệ ghi ${seen}, phải nằm trong khoảng từ 0% đến 100%. Kiểm tra lại số liệu${also('; tính lại được ', expected)}.`,
  },
  'negative-value': {
    severity: 'error',
    title: 'Số âm',
    message: ({ subject, seen }) => `${subject}: ô ghi ${seen}, số lượng không thể nhỏ hơn 0. Kiểm tra và nhập lại.`,
  },
  'not-an-integer': {
    severity: 'warning',
    title: 'Số người không nguyên',
    message: ({ subject, seen }) => `${subject}: ô ghi ${seen}, mà số người, số vụ phải là số nguyên. Kiểm tra và nhập lại.`,
  },
  'numerator-exceeds-denominator': {
    severity: 'error',
    title: 'Số đạt lớn hơn tổng số',
    message: ({ subject, seen, expected }) =>
      `${subject}: số đạt lớn hơn tổng số (${seen}${also('; ', expected)}). Kiểm tra lại cả hai số.`,
  },
  'zero-denominator': {
    severity: 'warning',
    title: 'Tổng số bằng 0',
    message: ({ subject, ruleStated }) =>
      ruleStated
        ? `${subject}: tổng số bằng 0 nên không có tỷ lệ; đã chấm theo mức “không phát sinh” của thang điểm. Nếu đúng là không có đối tượng nào, nên ghi “Không phát sinh”.`
        : `${subject}: tổng số bằng 0 nên không tính được tỷ lệ. Nếu không có đối tượng nào, ghi “Không phát sinh”; nếu không, điền lại tổng số.`,
  },
  'rate-mismatch': {
    severity: 'error',
    title: 'Tỷ lệ không khớp số liệu',
    message: ({ subject, seen, expected }) =>
      `${subject}: tỷ lệ ghi ${seen} nhưng tính từ số liệu${also(' được ', expected, '')}${expected === '' ? ' ra kết quả khác' : ''}. Đã chấm theo số liệu; sửa lại tỷ lệ hoặc số liệu cho khớp.`,
  },
  'rounding-decides-band': {
    severity: 'warning',
    title: 'Làm tròn làm đổi mức điểm',
    message: ({ subject, seen, expected }) =>
      `${subject}: tỷ lệ ghi ${seen} là số đã làm tròn${also('; số đúng là ', expected)}, thuộc mức điểm khác. Điểm được tính theo số đúng, không theo số làm tròn.`,
  },
  'self-score-mismatch': {
    severity: 'error',
    title: 'Điểm tự chấm khác điểm tính được',
    message: ({ subject, stated, computed, explanation }) =>
      `${subject}: tự chấm ${stated} điểm, tính theo thang điểm được ${computed} điểm. ${also('Căn cứ: ', explanation, '. ')}Sửa điểm hoặc xem lại kết quả.`,
  },
  'self-score-exceeds-max': {
    severity: 'error',
    title: 'Điểm tự chấm vượt tối đa',
    message: ({ subject, stated, maximum }) => `${subject}: tự chấm ${stated} điểm, cao hơn điểm tối đa ${maximum}. Sửa lại điểm.`,
  },
  'self-score-not-in-rubric': {
    severity: 'warning',
    title: 'Điểm không có trong thang điểm',
    message: ({ subject, stated, awards }) => `${subject}: tự chấm ${stated} điểm, mà thang điểm chỉ có ${awards}. Chọn lại đúng mức.`,
  },
  'missing-self-score': {
    severity: 'warning',
    title: 'Chưa tự chấm điểm',
    message: ({ subject, computed }) =>
      `${subject} chưa có điểm tự chấm trong khi các chỉ tiêu khác đã có. Điền điểm vào ô này${also(' (tính theo thang điểm được ', computed, ' điểm)')}.`,
  },
  'criterion-total-mismatch': {
    severity: 'error',
    title: 'Điểm tiêu chí không bằng tổng chỉ tiêu',
    message: ({ subject, stated, sum }) =>
      `${subject} ghi ${stated} điểm, nhưng cộng điểm các chỉ tiêu của tiêu chí được ${sum}. Cộng lại điểm của tiêu chí.`,
  },
  'total-mismatch': {
    severity: 'error',
    title: 'Tổng điểm cộng sai',
    message: ({ stated, sum }) => `Tổng điểm ghi ${stated}, nhưng cộng điểm các tiêu chí được ${sum}. Cộng lại tổng điểm.`,
  },
  'max-points-mismatch': {
    severity: 'error',
    title: 'Điểm tối đa cộng không khớp',
    message: (tokens) => {
      if (tokens.scope === 'total')
        return `Tổng điểm tối đa ghi ${tokens.stated}, nhưng cộng điểm tối đa các tiêu chí được ${tokens.sum}. Kiểm tra lại với biểu mẫu gốc.`;
      if (tokens.scope === 'item')
        return `${tokens.subject} ghi điểm tối đa ${tokens.stated}, nhưng thang điểm cho đến ${tokens.scale} và ${tokens.criterion} chỉ khớp với số này. Kiểm tra lại với biểu mẫu gốc.`;
      if (tokens.scope === 'scale')
        return `${tokens.subject}: thang điểm cho tới ${tokens.scale} điểm nhưng điểm tối đa ghi ${tokens.stated}. Kiểm tra lại với biểu mẫu gốc, sửa số sai.`;
      return `${tokens.subject} ghi điểm tối đa ${tokens.stated}, nhưng cộng điểm tối đa các chỉ tiêu được ${tokens.sum}. Kiểm tra lại với biểu mẫu gốc.`;
    },
  },
  'band-gap': {
    severity: 'error',
    title: 'Thang điểm bỏ sót khoảng',
    message: ({ subject, words, elsewhere }) =>
      `${subject}${inOtherWorkbook(elsewhere)}: thang điểm không có mức cho ${words}. Kết quả rơi vào khoảng này thì chưa chấm được; kiểm tra lại với biểu mẫu gốc.`,
  },
  'band-overlap': {
    severity: 'error',
    title: 'Thang điểm trùng khoảng',
    message: ({ subject, words, elsewhere }) =>
      `${subject}${inOtherWorkbook(elsewhere)}: hai mức của thang điểm cùng nhận ${words}. Kết quả rơi vào khoảng này thì chưa chấm được; kiểm tra lại với biểu mẫu gốc.`,
  },
  'standard-mismatch': {
    severity: 'error',
    title: 'Khác với Quyết định',
    message: ({ subject, seen, fact, standard, source }) =>
      `${subject}: biểu ghi ${seen}, trong khi theo ${standard} thì ${fact} (nguồn: ${source}). Đã chấm theo biểu của đơn vị; kiểm tra lại với văn bản gốc.`,
  },
  'missing-criterion': {
    severity: 'error',
    title: 'Thiếu tiêu chí',
    message: ({ number, name, standard }) =>
      `Biểu thiếu tiêu chí ${number}${also(' ', name === '' ? '' : quoted(name))} của ${standard}. Bổ sung tiêu chí này; khi còn thiếu thì chưa kết luận được.`,
  },
  'duplicate-criterion': {
    severity: 'error',
    title: 'Trùng tiêu chí',
    message: ({ number, name }) => `Tiêu chí ${number} ${quoted(name)} có hai lần trong biểu. Bỏ bớt một; điểm chỉ được tính một lần.`,
  },
  'inconsistent-population': {
    severity: 'error',
    title: 'Số trẻ em không thống nhất',
    message: (tokens) =>
      tokens.scope === 'same'
        ? `Số ${tokens.group} ở đây là ${tokens.seen}, nơi khác trong tệp ghi ${tokens.other} (${tokens.otherCells}). Cùng một nhóm phải có cùng một số; kiểm tra lại.`
        : `Số ${tokens.part} là ${tokens.partSize}, lớn hơn số ${tokens.whole} là ${tokens.wholeSize} (${tokens.wholeCell}). Nhóm nhỏ không thể lớn hơn nhóm chứa nó; kiểm tra lại cả hai số.`,
  },
  'hidden-data': {
    severity: 'warning',
    title: 'Dữ liệu đang bị ẩn',
    message: ({ scope, name }) => {
      if (scope === 'unchecked') {
        return 'Bảng có quá nhiều dòng, cột nên chưa kiểm tra hết dòng, cột nào đang bị ẩn. Bỏ ẩn tất cả rồi xem lại trước khi trình.';
      }
      const what = { sheet: `Trang tính ${quoted(name)}`, rows: `Dòng ${name}`, columns: `Cột ${name}` }[scope];
      return `${what} đang bị ẩn hoặc bị lọc nhưng vẫn được đọc khi chấm điểm. Bỏ ẩn để kiểm tra, hoặc xóa nếu không dùng.`;
    },
  },
  'missing-evidence': {
    severity: 'warning',
    title: 'Thiếu minh chứng',
    message: ({ subject, stated }) =>
      `${subject} tự chấm ${stated} điểm nhưng ô minh chứng còn trống. Ghi tên, số văn bản hoặc nguồn số liệu.`,
  },
  'wrong-year': {
    severity: 'warning',
    title: 'Năm không thống nhất',
    message: ({ seen, expected, where, byOption }) =>
      `${where === 'title' ? 'Tiêu đề' : 'Tên cột kết quả'} ghi năm ${seen}, trong khi năm ${byOption ? 'đã chọn để chấm' : 'của biểu'} là ${expected}. Kiểm tra xem số liệu là của năm nào rồi sửa cho khớp.`,
  },
  'unit-class-missing': {
    severity: 'warning',
    title: 'Chưa rõ loại đơn vị',
    message: ({ classes }) =>
      `Biểu không ghi loại đơn vị nên chưa biết cần đạt bao nhiêu điểm. Chọn một trong các loại: ${classes.join('; ')}.`,
  },
  'unit-class-conflict': {
    severity: 'warning',
    title: 'Loại đơn vị không thống nhất',
    message: ({ first, second, applied }) =>
      `Có hai nơi ghi loại đơn vị khác nhau: ${quoted(first)} và ${quoted(second)}. ${applied ? 'Đã chấm theo loại thứ nhất; kiểm tra lại.' : 'Chọn một loại thì mới biết cần đạt bao nhiêu điểm.'}`,
  },
  'legacy-encoding': {
    severity: 'info',
    title: 'Phông chữ kiểu cũ',
    message: () => 'Biểu dùng phông chữ kiểu cũ (TCVN3 hoặc VNI). Đã đọc được; nên chuyển sang Unicode để nơi nhận không bị lỗi chữ.',
  },
  'stale-summary': {
    severity: 'warning',
    title: 'Bảng kết quả đã cũ',
    message: (tokens) => {
      if (tokens.state === 'unfinished') return 'Bảng kết quả đang ghi dở, chưa xong; hãy ghi lại bảng kết quả.';
      if (tokens.state === 'newer')
        return 'Bảng kết quả do bản phần mềm mới hơn lập, bản này không kiểm tra được; hãy dùng bản mới hoặc ghi lại bảng kết quả.';
      const { moved, time } = tokens;
      const words = moved.length > 1 ? `${moved.slice(0, -1).join(', ')} và ${moved[moved.length - 1] as string}` : (moved[0] ?? '');
      return `${words.charAt(0).toUpperCase()}${words.slice(1)} đã thay đổi sau khi lập bảng kết quả (lập lúc ${time}); hãy ghi lại bảng kết quả trước khi in hoặc nộp.`;
    },
  },
  'altered-summary': {
    severity: 'error',
    title: 'Bảng kết quả bị sửa tay',
    message: (tokens) => {
      if (tokens.change === 'more') return `Còn ${tokens.count} ô khác của bảng kết quả bị sửa sau khi lập; hãy ghi lại bảng kết quả.`;
      if (tokens.change === 'stamp')
        return 'Mã kiểm tra của bảng kết quả bị sửa nên không còn đối chiếu được; hãy kiểm tra lại bảng và ghi lại bảng kết quả.';
      const seen = {
        changed: 'Ô này của bảng kết quả bị sửa sau khi lập',
        'removed-row': 'Một dòng của bảng kết quả ở chỗ này bị xóa sau khi lập',
        'added-row': 'Dòng này được thêm vào bảng kết quả sau khi lập',
      }[tokens.change];
      return `${seen}; nếu số liệu cần sửa thì sửa ở bảng của xã rồi ghi lại bảng kết quả.`;
    },
  },
};

/** Every code in the contract's order: the order of findings at the same cell. */
export const findingCodes = Object.keys(findingCatalogue) as readonly FindingCode[];

/** The sentence of a finding. */
export function findingMessage<Code extends FindingCode>(code: Code, tokens: FindingTokens[Code]): string {
  return findingCatalogue[code].message(tokens);
}
