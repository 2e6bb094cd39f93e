/** The words on buttons, menus and ribbon, the same in every host. */
export const labels = {
  product: 'Chấm điểm xã',
  group: 'Phù hợp trẻ em',
  score: 'Chấm điểm',
  scoreAgain: 'Kiểm tra lại',
  stamp: 'Ghi bảng kết quả',
  findingsList: 'Danh sách điều cần xem lại',
  consolidate: 'Tổng hợp các xã',
  consolidateAgain: 'Đọc lại tất cả',
  openPanel: 'Mở ngăn chấm điểm',
  trySample: 'Thử với bảng mẫu',
  chooseFile: 'Chọn tệp bảng tính',
  chooseAgain: 'Chọn lại tệp',
  help: 'Trợ giúp',
  copyErrorText: 'Chép thông tin lỗi',
  cancel: 'Dừng',
  close: 'Đóng',
} as const;
