// What the bench's templates are made of. The scales are invented for measuring; they are not law.

/** Names of the 13 criteria of Decision 06/2019. */
export const criteria = [
  'Nguồn lực thực hiện quyền trẻ em',
  'Trẻ em được khai sinh đúng quy định',
  'Trẻ em bị xâm hại',
  'Trẻ em vi phạm pháp luật, nghiện ma túy',
  'Trẻ em bị tai nạn, thương tích',
  'Trẻ em có hoàn cảnh đặc biệt được trợ giúp',
  'Trẻ em dưới 1 tuổi được tiêm chủng đầy đủ các loại vắc xin thuộc chương trình tiêm chủng mở rộng',
  'Trẻ em dưới 5 tuổi bị suy dinh dưỡng thể nhẹ cân và thể thấp còi',
  'Trẻ em được khám sức khỏe định kỳ',
  'Trẻ em đến trường, lớp mầm non',
  'Trẻ em được thực hiện quyền tham gia của trẻ em',
  'Hoạt động vui chơi, giải trí, văn hóa, thể dục, thể thao dành cho trẻ em',
  'Mức độ hài lòng của trẻ em và người dân về việc thực hiện quyền trẻ em',
];

const yes = (labels, points) => ({ kind: 'yes', labels, points: [points, 0] });
const high = (labels, limits, points, group, whole) => ({ kind: 'high', labels, limits, points, group, whole });
const low = (labels, limits, points, group, whole) => ({ kind: 'low', labels, limits, points, group, whole });
const none = (labels, points, unit) => ({ kind: 'none', labels, points: [points, 0], unit });
const each = (labels, per, most, unit) => ({ kind: 'each', labels, points: [most], per, unit });

/** For each criterion its items: `labels` are wordings that mean the same, `limits` are moved a little by each template. */
export const indicators = [
  [
    yes(
      [
        'Có bố trí người làm công tác bảo vệ trẻ em cấp xã',
        'Bố trí người làm công tác bảo vệ trẻ em ở cấp xã',
        'Xã bố trí được người làm công tác bảo vệ trẻ em',
      ],
      50,
    ),
    yes(['Có bố trí cộng tác viên bảo vệ trẻ em tại thôn, tổ dân phố', 'Thôn, khu dân cư có cộng tác viên bảo vệ trẻ em'], 15),
    yes(
      [
        'Có ban bảo vệ trẻ em cấp xã thực hiện tốt chế độ giao ban, đánh giá định kỳ',
        'Ban bảo vệ trẻ em cấp xã giao ban, đánh giá định kỳ hằng tháng, quý, năm',
      ],
      15,
    ),
    yes(
      [
        'Có kinh phí (ngân sách và xã hội hóa) cho công tác bảo vệ, chăm sóc trẻ em',
        'Bố trí kinh phí cho công tác bảo vệ, chăm sóc trẻ em',
      ],
      20,
    ),
  ],
  [
    high(
      ['Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh đúng quy định', 'Tỷ lệ trẻ dưới 5 tuổi đã đăng ký khai sinh đúng quy định'],
      [98, 95, 90],
      [50, 35, 20, 0],
      'Số trẻ em dưới 5 tuổi',
      900,
    ),
  ],
  [
    none(['Số trẻ em bị bạo lực, bóc lột, bỏ rơi, bỏ mặc', 'Số trẻ bị bạo lực, bóc lột, bỏ rơi, bỏ mặc trong năm'], 50, 'trẻ em'),
    none(['Số vụ trẻ em bị xâm hại tình dục', 'Số vụ xâm hại tình dục trẻ em xảy ra trên địa bàn'], 50, 'vụ'),
  ],
  [
    none(['Số trẻ em vi phạm pháp luật', 'Số trẻ vi phạm pháp luật phải xử lý'], 45, 'trẻ em'),
    none(['Số trẻ em nghiện ma túy', 'Số trẻ nghiện ma túy có hồ sơ quản lý'], 30, 'trẻ em'),
  ],
  [
    low(
      ['Tỷ lệ trẻ em bị tai nạn, thương tích', 'Tỷ lệ trẻ bị tai nạn, thương tích trong năm'],
      [1, 3, 5],
      [50, 30, 15, 0],
      'Tổng số trẻ em',
      3200,
    ),
    none(['Số trẻ em tử vong do tai nạn, thương tích', 'Số trẻ tử vong do tai nạn, thương tích'], 30, 'trẻ em'),
    each(
      [
        'Số mô hình ngôi nhà an toàn, trường học an toàn, cộng đồng an toàn được duy trì',
        'Mô hình ngôi nhà, trường học, cộng đồng an toàn đang hoạt động',
      ],
      5,
      20,
      'mô hình',
    ),
  ],
  [
    high(
      ['Tỷ lệ trẻ em có hoàn cảnh đặc biệt được trợ giúp', 'Tỷ lệ trẻ có hoàn cảnh đặc biệt nhận được trợ giúp'],
      [95, 85, 75],
      [50, 30, 15, 0],
      'Số trẻ em có hoàn cảnh đặc biệt',
      70,
    ),
    high(
      [
        'Tỷ lệ vụ việc trẻ em bị xâm hại, bỏ rơi, mua bán được phê duyệt kế hoạch can thiệp kịp thời',
        'Tỷ lệ vụ việc xâm hại, bỏ rơi, mua bán trẻ em có kế hoạch can thiệp, hỗ trợ kịp thời',
      ],
      [100, 90, 80],
      [75, 50, 25, 0],
      'Số vụ việc trẻ em bị xâm hại, bỏ rơi, mua bán',
      6,
    ),
  ],
  [
    high(
      ['Tỷ lệ trẻ em dưới 1 tuổi được tiêm chủng đầy đủ các loại vắc xin', 'Tỷ lệ trẻ dưới 01 tuổi tiêm đủ các loại vắc xin'],
      [98, 95, 90],
      [50, 40, 25, 0],
      'Số trẻ em dưới 1 tuổi',
      190,
    ),
  ],
  [
    low(
      ['Tỷ lệ trẻ em dưới 5 tuổi bị suy dinh dưỡng thể nhẹ cân', 'Tỷ lệ trẻ dưới 5 tuổi suy dinh dưỡng nhẹ cân'],
      [10, 15, 20],
      [40, 25, 10, 0],
      'Số trẻ em dưới 5 tuổi được cân',
      900,
    ),
    low(
      ['Tỷ lệ trẻ em dưới 5 tuổi bị suy dinh dưỡng thể thấp còi', 'Tỷ lệ trẻ dưới 5 tuổi suy dinh dưỡng thấp còi'],
      [15, 20, 25],
      [35, 20, 10, 0],
      'Số trẻ em dưới 5 tuổi được đo',
      900,
    ),
  ],
  [
    high(
      ['Tỷ lệ trẻ em được khám sức khỏe định kỳ ít nhất 01 lần trong năm', 'Tỷ lệ trẻ được khám sức khỏe định kỳ từ 01 lần/năm'],
      [90, 80, 70],
      [50, 30, 15, 0],
      'Số trẻ em thuộc diện khám',
      3200,
    ),
  ],
  [
    high(
      ['Tỷ lệ trẻ em 5 tuổi đến lớp mẫu giáo', 'Tỷ lệ trẻ 5 tuổi ra lớp mẫu giáo'],
      [98, 95, 85],
      [30, 20, 10, 0],
      'Số trẻ em 5 tuổi',
      230,
    ),
    high(
      ['Tỷ lệ trẻ em trong độ tuổi nhà trẻ được đến trường, lớp mầm non', 'Tỷ lệ trẻ độ tuổi nhà trẻ ra lớp'],
      [35, 25, 15],
      [20, 15, 10, 0],
      'Số trẻ em độ tuổi nhà trẻ',
      540,
    ),
    high(
      ['Tỷ lệ trẻ em từ 3 đến 5 tuổi được đến trường, lớp mẫu giáo', 'Tỷ lệ trẻ từ 3 đến 5 tuổi ra lớp mẫu giáo'],
      [95, 90, 80],
      [25, 15, 5, 0],
      'Số trẻ em từ 3 đến 5 tuổi',
      680,
    ),
  ],
  [
    each(['Số diễn đàn, đối thoại với trẻ em được tổ chức trong năm', 'Số cuộc diễn đàn, đối thoại với trẻ em đã tổ chức'], 10, 25, 'cuộc'),
    high(
      [
        'Tỷ lệ trẻ em từ 7 tuổi trở lên được hỏi ý kiến về các vấn đề của trẻ em',
        'Tỷ lệ trẻ từ đủ 7 tuổi được lấy ý kiến về các vấn đề liên quan đến trẻ em',
      ],
      [50, 30, 20],
      [25, 15, 5, 0],
      'Số trẻ em từ 7 tuổi trở lên',
      1800,
    ),
    each(
      ['Số câu lạc bộ, đội, nhóm trẻ em hoạt động thường xuyên', 'Câu lạc bộ, đội, nhóm của trẻ em sinh hoạt thường xuyên'],
      5,
      25,
      'câu lạc bộ',
    ),
  ],
  [
    yes(['Có điểm vui chơi, giải trí dành cho trẻ em cấp xã', 'Cấp xã có điểm vui chơi, giải trí cho trẻ em'], 25),
    high(
      ['Tỷ lệ thôn, tổ dân phố có điểm vui chơi, sinh hoạt cho trẻ em', 'Tỷ lệ thôn, khu dân cư có chỗ vui chơi, sinh hoạt cho trẻ em'],
      [70, 50, 30],
      [25, 15, 5, 0],
      'Số thôn, tổ dân phố',
      15,
    ),
    each(
      [
        'Số buổi hoạt động văn hóa, văn nghệ, thể dục, thể thao cho trẻ em trong năm',
        'Số buổi hoạt động văn hóa, văn nghệ, thể thao cho trẻ em',
      ],
      5,
      25,
      'buổi',
    ),
  ],
  [
    high(
      ['Tỷ lệ trẻ em được khảo sát hài lòng về việc thực hiện quyền trẻ em', 'Tỷ lệ trẻ em được hỏi cho biết hài lòng'],
      [80, 65, 50],
      [25, 15, 5, 0],
      'Số trẻ em được khảo sát',
      120,
    ),
    high(
      ['Tỷ lệ người dân được khảo sát hài lòng về việc thực hiện quyền trẻ em', 'Tỷ lệ người dân được hỏi cho biết hài lòng'],
      [80, 65, 50],
      [25, 15, 5, 0],
      'Số người dân được khảo sát',
      150,
    ),
  ],
];

/** Papers that prove a result; a number and a date of its own is put after each. */
export const papers = ['Quyết định số', 'Kế hoạch số', 'Báo cáo số', 'Công văn số', 'Biên bản số', 'Danh sách kèm theo Tờ trình số'];

/** Parts of invented commune names. */
export const names = {
  first: [
    'Tân',
    'Phú',
    'An',
    'Bình',
    'Hòa',
    'Long',
    'Vĩnh',
    'Đông',
    'Xuân',
    'Thanh',
    'Hải',
    'Minh',
    'Quang',
    'Yên',
    'Kim',
    'Ngọc',
    'Thượng',
    'Mỹ',
  ],
  second: [
    'Lập',
    'Thịnh',
    'Sơn',
    'Giang',
    'Phong',
    'Lộc',
    'Hưng',
    'Thành',
    'Trung',
    'Tiến',
    'Khê',
    'Lâm',
    'Cường',
    'Hội',
    'Châu',
    'Bằng',
    'Nghĩa',
  ],
};

/** Classes in the words that officers use, with the threshold of each. */
export const classes = [
  ['xã', 'Loại đơn vị: Xã miền núi (từ 800 điểm trở lên)'],
  ['xã', 'Loại đơn vị: Xã khác (từ 850 điểm trở lên)'],
  ['phường', 'Loại đơn vị: Phường thuộc thành phố thuộc tỉnh (từ 850 điểm trở lên)'],
  ['phường', 'Loại đơn vị: Phường của quận thuộc thành phố trực thuộc Trung ương (từ 900 điểm trở lên)'],
];
