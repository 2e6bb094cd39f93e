/** Workbooks for the panel's stories. */
import { workbook } from './markdown-workbook';

/** No heading and no criterion is called as anyone would call it: only pointing helps. */
export const oddWorkbook = workbook(
  {
    Bìa: `
      | BÁO CÁO NĂM 2024   |
      | UBND xã Thử Nghiệm |`,
    Biểu: `
      | Kính gửi phòng |
      | |
      | Ký | Việc làm                     | Phép cho                                                                  | Hạn mức | Năm nay | Nhận |
      | I  | Việc giấy tờ của các cháu    |                                                                           | 50      |         | 50   |
      | a  | Tỷ lệ cháu có giấy khai sinh | Từ 98% trở lên: 50 điểm; dưới 98%: 0 điểm                                 | 50      | 98,5%   | 50   |
      | II | Việc tiêm phòng              |                                                                           | 50      |         | 30   |
      | b  | Tỷ lệ cháu được tiêm đủ mũi  | Từ 95% trở lên: 50 điểm; từ 90% đến dưới 95%: 30 điểm; dưới 90%: 0 điểm   | 50      | 96%     | 30   |`,
  },
  { file: 'bieu-la.xlsx' },
);

/** Two columns are both called “Kết quả”. */
export const rivalWorkbook = workbook({
  'Chấm điểm': `
    | TT   | Nội dung tiêu chí                                                        | Thang điểm                                | Điểm tối đa | Kết quả | Kết quả | Điểm tự chấm |
    | 1    | Nguồn lực thực hiện quyền trẻ em                                         |                                           | 100         |         |         |              |
    | 1.1  | Bố trí người làm công tác bảo vệ trẻ em                                  | Có: 100 điểm                              | 100         | Có      | Không   | 100          |
    | 2    | Trẻ em được khai sinh đúng quy định                                      |                                           | 50          |         |         |              |
    | 2.1  | Tỷ lệ trẻ em được khai sinh đúng quy định                                | Từ 98% trở lên: 50 điểm; dưới 98%: 0 điểm | 50          | 98,5%   | 97%     | 50           |
    | 7    | Trẻ em dưới 1 tuổi được tiêm chủng đầy đủ                                |                                           | 50          |         |         |              |
    | 7.1  | Tỷ lệ trẻ em được tiêm chủng đầy đủ các loại vắc xin                     | Từ 98% trở lên: 50 điểm; dưới 98%: 0 điểm | 50          | 99%     | 96%     | 50           |
    | 9    | Trẻ em được khám sức khỏe định kỳ                                        |                                           | 50          |         |         |              |
    | 9.1  | Tỷ lệ trẻ em được khám sức khỏe định kỳ                                  | Từ 95% trở lên: 50 điểm; dưới 95%: 0 điểm | 50          | 96%     | 94%     | 50           |
    | 10   | Trẻ em đến trường, lớp mầm non                                           |                                           | 75          |         |         |              |
    | 10.1 | Tỷ lệ trẻ em đến trường, lớp mầm non                                     | Từ 95% trở lên: 75 điểm; dưới 95%: 0 điểm | 75          | 96%     | 90%     | 75           |
    | 12   | Hoạt động vui chơi, giải trí, văn hóa, thể dục, thể thao dành cho trẻ em |                                           | 75          |         |         |              |
    | 12.1 | Có điểm vui chơi                                                         | Có: 75 điểm                               | 75          | Có      | Không   | 75           |`,
});

/** Text that would run or load something were it ever read as HTML. */
export const harm = '<img src=x onerror="window.harmed=1"><b>đậm</b>';

/** Errors, a hidden row, and markup in a name, a result, a scale and a sheet's name. */
export const harmfulWorkbook = workbook(
  {
    '<b>Chấm</b> điểm': `
      | ỦY BAN NHÂN DÂN XÃ THỬ                                                   |
      | CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024                                 |
      | |
      | TT   | Nội dung tiêu chí                                                        | Thang điểm                                | Điểm tối đa | Kết quả    | Điểm tự chấm |
      | 1    | Nguồn lực thực hiện quyền trẻ em ${harm}                                 |                                           | 100         |            | 100          |
      | 1.1  | Bố trí người làm công tác bảo vệ trẻ em ${harm}                          | Có: 100 điểm                              | 100         | Có         | 100          |
      | 2    | Trẻ em được khai sinh đúng quy định                                      |                                           | 50          |            | 50           |
      | 2.1  | Tỷ lệ trẻ em được khai sinh đúng quy định                                | Từ 98% trở lên: 50 điểm; dưới 98%: 0 điểm | 50          | ${harm}    | 50           |
      | 7    | Trẻ em dưới 1 tuổi được tiêm chủng đầy đủ                                |                                           | 50          |            | 50           |
      | 7.1  | Tỷ lệ trẻ em được tiêm chủng đầy đủ các loại vắc xin                     | Từ 98% trở lên: 50 điểm; dưới 98%: 0 điểm | 50          | 96%        | 50           |
      | 9    | Trẻ em được khám sức khỏe định kỳ                                        |                                           | 50          |            | 50           |
     ~| 9.1  | Tỷ lệ trẻ em được khám sức khỏe định kỳ                                  | Từ 95% trở lên: 50 điểm; dưới 95%: 0 điểm | 50          | 120%       | 50           |
      | 10   | Trẻ em đến trường, lớp mầm non                                           |                                           | 75          |            | 75           |
      | 10.1 | Tỷ lệ trẻ em đến trường, lớp mầm non                                     | Từ 95% trở lên: 75 điểm; dưới 95%: 0 điểm | 75          | 96%        | 75           |`,
  },
  { file: '<i>tệp</i>.xlsx' },
);
