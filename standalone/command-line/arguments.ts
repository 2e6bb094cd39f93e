import type { UnitClass } from '../../core/assessment';
import type { AgencyAssignment } from '../../core/standards/standard';
import { standards } from '../../core/standards/registry';
import { readUnitClassWords } from '../../core/scoring/unit-class';
import { badArguments } from './refusal';

export interface ScoreArguments {
  readonly file: string;
  readonly sheet: string | null;
  readonly rubric: string | null;
  readonly mapping: string | null;
  readonly unitClass: UnitClass | null;
  readonly year: number | null;
  readonly json: boolean;
  readonly out: string | null;
  /** null where no list of findings is wanted; `assignment` is the preset that names the agencies. */
  readonly findingsSheet: { readonly assignment: AgencyAssignment | null } | null;
}

const assignments = standards.flatMap((standard) => standard.agencyAssignments);

export const scoreUsage = `Cách dùng: npm run --silent score -- TỆP [tùy chọn]

  TỆP                   bảng tính cần chấm (.xlsx, .xlsm, .xls, .ods)
  --sheet TÊN           chấm trang tính này
  --rubric TỆP2         lấy thang điểm ở bảng tính khác khi bảng này không có
  --mapping TỆP.json    cột và dòng đã chỉ định
  --unit-class LOẠI     loại đơn vị: central-city-ward, mountain-island-hardship, other,
                        hoặc lời của Quyết định (“Xã miền núi”)
  --year NĂM            năm đánh giá
  --json                in một tài liệu JSON thay cho báo cáo
  --out TỆP_MỚI         ghi bản sao có thêm bảng kết quả (tệp gốc giữ nguyên)
  --findings-sheet      bản sao có thêm trang danh sách điều cần xem lại; chia theo cơ quan:
                        --findings-sheet=MẪU_PHÂN_CÔNG (${assignments.map((assignment) => assignment.id).join(', ')})
`;

const valueOptions = ['--sheet', '--rubric', '--mapping', '--unit-class', '--year', '--out'] as const;
const flagOptions = ['--json', '--findings-sheet'] as const;
type ValueOption = (typeof valueOptions)[number];
type FlagOption = (typeof flagOptions)[number];

interface Given {
  readonly files: readonly string[];
  readonly values: ReadonlyMap<ValueOption, string>;
  /** A flag's own value (`--flag=value`) or ''. */
  readonly flags: ReadonlyMap<FlagOption, string>;
}

const isValueOption = (name: string): name is ValueOption => (valueOptions as readonly string[]).includes(name);
const isFlagOption = (name: string): name is FlagOption => (flagOptions as readonly string[]).includes(name);

/** Sorts the words of a command line into files, options with a value (`--a b` or `--a=b`) and flags. After `--` everything is a file. */
function sortArguments(words: readonly string[]): Given {
  const files: string[] = [];
  const values = new Map<ValueOption, string>();
  const flags = new Map<FlagOption, string>();
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (word === '--') return { files: [...files, ...words.slice(index + 1)], values, flags };
    if (!word.startsWith('--')) {
      files.push(word);
      continue;
    }
    const equals = word.indexOf('=');
    const name = equals < 0 ? word : word.slice(0, equals);
    if (isFlagOption(name) && (equals < 0 || name === '--findings-sheet')) {
      flags.set(name, equals < 0 ? '' : word.slice(equals + 1));
      continue;
    }
    if (isFlagOption(name)) throw badArguments(`${name} không nhận giá trị; hãy ghi ${name} thôi.`);
    if (!isValueOption(name))
      throw badArguments(`Không có tùy chọn ${name}; các tùy chọn: ${[...valueOptions, ...flagOptions].join(', ')}.`);
    const value = equals < 0 ? words[(index += 1)] : word.slice(equals + 1);
    if (value === undefined || value === '' || (equals < 0 && value.startsWith('--')))
      throw badArguments(`Tùy chọn ${name} thiếu giá trị.`);
    if (values.has(name)) throw badArguments(`Tùy chọn ${name} được ghi hai lần.`);
    values.set(name, value);
  }
  return { files, values, flags };
}

function readYear(text: string): number {
  if (!/^20\d{2}$/.test(text)) throw badArguments(`“${text}” không phải năm đánh giá; hãy ghi bốn chữ số, ví dụ --year 2024.`);
  return Number(text);
}

function readUnitClass(text: string): UnitClass {
  const classes = standards.flatMap((standard) => standard.thresholds ?? []);
  const unitClass = classes.find((known) => known.unitClass === text.trim().toLowerCase())?.unitClass ?? readUnitClassWords(text);
  if (unitClass !== null) return unitClass;
  throw badArguments(
    `Không rõ loại đơn vị “${text}”; hãy ghi một trong: ${classes.map((known) => `${known.unitClass} (${known.wording})`).join(' · ')}.`,
  );
}

function readAssignment(id: string): AgencyAssignment {
  const assignment = assignments.find((known) => known.id === id);
  if (assignment !== undefined) return assignment;
  throw badArguments(
    `Không có mẫu phân công “${id}”; hãy ghi một trong: ${assignments.map((known) => `${known.id} (${known.title})`).join(' · ')}.`,
  );
}

/**
 * The arguments of `score`, checked as far as that needs no file.
 * @throws a refusal with status 2: unknown or repeated options, missing values, no file or more than one, a wrong year or class.
 */
export function readScoreArguments(words: readonly string[]): ScoreArguments {
  const { files, values, flags } = sortArguments(words);
  const [file, second] = files;
  if (file === undefined || file === '')
    throw badArguments('Chưa ghi tệp bảng tính cần chấm; cách dùng: npm run --silent score -- TỆP [tùy chọn].');
  if (second !== undefined)
    throw badArguments(
      `Mỗi lần chỉ chấm một tệp, nhưng được ghi ${files.length}: ${files.join(', ')}; tên có dấu cách phải đặt trong ngoặc kép.`,
    );
  const year = values.get('--year');
  const unitClass = values.get('--unit-class');
  const findings = flags.get('--findings-sheet');
  if (findings !== undefined && !values.has('--out'))
    throw badArguments('--findings-sheet cần có --out TỆP_MỚI để ghi danh sách vào bản sao.');
  return {
    file,
    sheet: values.get('--sheet') ?? null,
    rubric: values.get('--rubric') ?? null,
    mapping: values.get('--mapping') ?? null,
    unitClass: unitClass === undefined ? null : readUnitClass(unitClass),
    year: year === undefined ? null : readYear(year),
    json: flags.has('--json'),
    out: values.get('--out') ?? null,
    findingsSheet: findings === undefined ? null : { assignment: findings === '' ? null : readAssignment(findings) },
  };
}
