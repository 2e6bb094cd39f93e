import type { ColumnRole } from '../assessment';

import { rememberTexts } from '../text/remember';

/** What a heading may mean, and how surely (0 to 1). */
export interface RoleReading {
  readonly role: ColumnRole | 'mark' | 'unit' | 'agency' | 'target' | 'name-or-number';
  readonly weight: number;
}

type Rule = readonly [pattern: RegExp, role: RoleReading['role'], weight: number];

/*
 * Headings as officers write them, folded (lower case, no accents, punctuation as single spaces). The first rule that
 * fits decides, so the order matters: narrow meanings stand before wide ones.
 */
const RULES: readonly Rule[] = [
  [/^(so )?(tt|stt|so tt|so thu tu|thu tu|ma so|ma|ky hieu|tc so|tieu chi so|so tieu chi|no|tt tc|chi muc|muc so|so hieu)$/, 'number', 1],
  [
    /^(ten (goi|chi tieu|tieu chi|noi dung|chi so)|noi dung (tieu chi|chi tieu|cham|danh gia|cong viec))\b(?!.*\b(thang diem|cach tinh|cach cham)\b)/,
    'name',
    0.95,
  ],
  [/^(nd|n d|noi dung)( (cham|danh gia|tc|tieu chi))?$/, 'name', 0.95],
  [/^(nam|nu|tre (em )?(nam|nu|gai|trai)|be (trai|gai)|dan toc( thieu so)?|dtts|kinh)$/, 'agency', 0.9],
  [/^(chung|toan xa|tinh chung|tong chung)$/, 'result', 0.9],
  [/^(dat|thuc hien|th|kq|ket qua|thuc te)( nam)? 20\d\d$/, 'result', 0.9],
  [/\b(diem tru|so diem tru|diem bi tru|tru diem|diem giam tru|tru)\b(?!.*con lai)/, 'points-off', 0.95],
  [/\b(diem con lai|con lai)\b/, 'self-score', 0.8],
  [
    /\b(hoi dong|hd|bcd|ban chi dao|to cham|to danh gia|hoi dong danh gia|hddg)\b.*\b(xa|phuong|thi tran|cap xa|dac khu|cham)\b/,
    'council-score',
    0.95,
  ],
  [/^(diem )?(hoi dong|hd)( (danh gia|cham( diem)?|tham dinh))?$/, 'council-score', 0.85],
  [/\btham dinh\b|\bphuc tra\b|\bphuc khao\b|\bdoan kiem tra\b/, 'appraisal-score', 0.9],
  [
    /\b(huyen|quan|thi xa|thanh pho|tinh|cap tren|so|phong)\b.*\b(cham|danh gia|cho diem|xet|ket luan|cong nhan|duyet)\b|\b(diem|cham diem|diem cham) (cua )?(huyen|tinh|cap huyen|cap tinh|cap tren)\b/,
    'appraisal-score',
    0.9,
  ],
  [/\btu (cham|danh gia|cho diem|xep|nhan)\b|\btu dg\b/, 'self-score', 1],
  [
    /\b(xa|phuong|thi tran|don vi|dac khu|co so|dia phuong|ubnd xa) (tu )?(cham|danh gia|cho)\b|\bdiem (cua )?(xa|phuong|thi tran|don vi|dia phuong|tc)\b/,
    'self-score',
    1,
  ],
  [
    /\bdiem (so )?(dat|dat duoc|thuc te|thuc hien|cham|cham duoc|danh gia|duoc cham|thuc dat|kq|ket qua|dat nam)\b|\b(so diem|diem so) (dat|thuc|cham|duoc)\b|^(cham diem|diem cham|ket qua (tu )?cham( diem)?|so diem cham)$/,
    'self-score',
    0.95,
  ],
  [/\b(tieu chi|chi tieu|chi so|noi dung)\b.*\b(diem|so diem) toi da\b/, 'name', 0.9],
  [
    /\b(toi da|diem chuan|diem quy dinh|diem toi da|diem tran|diem tieu chuan|max|diem thang|diem cao nhat|diem qd|tong diem chuan|diem goc|diem khung|khung diem|muc chuan|muc diem chuan|diem theo (qd|quy dinh|quyet dinh)|diem tieu chi|diem cua tieu chi)\b/,
    'maximum',
    1,
  ],
  [
    /^(muc|bac|loai|cap do) (\d+|i{1,3}|iv|v|a|b|c|d|tot|kha|trung binh|yeu|cao|thap|dat|khong dat|cao nhat|thap nhat|mot|hai|ba|bon|nam)( .*)?$/,
    'band',
    0.9,
  ],
  [
    /^(chon|danh dau|tich|tick|tich chon|x|dau x|lua chon|muc dat|chon muc|danh dau x|tich x|danh dau muc dat|muc dat duoc|muc danh gia dat duoc)( .*)?$/,
    'mark',
    0.9,
  ],
  [/\bdiem\b.*\b20\d\d\b|\b20\d\d\b.*\bdiem\b/, 'self-score', 0.85],
  [/\bdien giai\b|\bthuyet minh\b/, 'note', 0.9],
  [/\btu so\b.*\bmau so\b|^ts ms\b|\bso dat (tren )?tong so\b/, 'result', 0.9],
  [/\bdiem td\b/, 'maximum', 0.6],
  [/\b(tieu chi|chi tieu|noi dung (tieu chi|chi tieu|danh gia))\b.*\b(thang diem|cach (tinh|cham)|muc diem)\b/, 'name', 0.95],
  [
    /\b(cach tinh|cach cham|thang diem|huong dan cham|quy dinh cham|muc cham|barem|bieu diem|ba rem|phuong phap (tinh|cham)|cach danh gia|cach thuc (tinh|cham)|nguyen tac cham|thang do|tieu chuan cham|quy tac cham|quy dinh tinh diem|cach cho diem|huong dan danh gia|huong dan tinh|dinh muc diem|muc danh gia|muc tinh diem|cac muc diem|muc diem|khung diem)\b/,
    'rubric',
    1,
  ],
  [/\bso lieu (minh chung|kiem chung|chung minh|cu the)\b|\b(minh chung|chung minh) bang so( lieu)?\b/, 'result', 0.8],
  [/^ts$|^tu so$/, 'numerator', 0.7],
  [/^ms$|^mau$/, 'denominator', 0.9],
  [
    /\b(minh chung|kiem chung|tai lieu|ho so|tlmc|tlkc|bang chung|van ban|can cu (cham|danh gia)|nguon (so lieu|du lieu|thong tin|cung cap)|nguon|can cu|chung minh)\b/,
    'evidence',
    1,
  ],
  [/\b(ghi chu|giai trinh|nhan xet|y kien|luu y|giai thich|ly do)\b/, 'note', 1],
  [/\b(don vi tinh|dvt|don vi do)\b|^don vi$/, 'unit', 1],
  [
    /\b(don vi|co quan|bo phan|nganh|nguoi|can bo|cong chuc)\b.*\b(phu trach|chu tri|thuc hien|theo doi|cung cap|phoi hop|tham muu|chiu trach nhiem|bao cao)\b|^(phu trach|chu tri|co quan|nganh|bo phan)$/,
    'agency',
    0.9,
  ],
  [
    /\b(han|thoi han|han (nop|bao cao)|thoi gian (nop|bao cao|hoan thanh|thuc hien)|ngay (nop|bao cao|hoan thanh)|tien do)\b/,
    'agency',
    0.8,
  ],
  [/\b(ke hoach|muc tieu(?! chi)|chi tieu giao|chi tieu ke hoach|phan dau|dang ky|ke hoach nam)\b/, 'target', 0.8],
  [
    /\b(quy (i{1,3}|iv|\d)|6 thang|9 thang|3 thang|sau thang|chin thang|thang \d+|q\d|hky?|ky (i|ii|1|2)|luy ke (quy|thang))\b/,
    'quarter',
    0.9,
  ],
  [/\b(dau ky|ky goc|goc|moc|dau nam|hien trang|xuat phat|nam co so|so lieu goc|ban dau)\b/, 'baseline', 0.9],
  [/\b(nam truoc|nam lien truoc|cung ky|ky truoc|nam ngoai|nam lien ke|nam truoc lien ke|ky bao cao truoc)\b/, 'previous-year', 1],
  [/\b(ty le|ti le|ty suat|ti suat|phan tram|dat ty le)\b|^(tl|tl kq)$/, 'rate', 0.9],
  [
    /\b(mau so|tong so|tong so doi tuong|tong cong so|so phai|so doi tuong|tong so tre( em)?|so tong|tong doi tuong|doi tuong can|so can|tong tre( em)?|tong chau|tong dan so)\b|^tong$/,
    'denominator',
    0.9,
  ],
  [
    /\b(tu so|so dat|so (tre|tre em|doi tuong|nguoi|vu|vu viec|truong hop) (dat|duoc|thuc hien|dap ung)|so thuc hien|so luong dat|so duoc|so da|trong do dat|so co|so da dat|dat so luong)\b|^(dat|so dat duoc)$/,
    'numerator',
    0.9,
  ],
  [
    /\b(ket qua|kqth|kq|thuc hien|thuc te|so lieu|dat duoc|tinh hinh|hien co|nam bao cao|ca nam|cuoi nam|cuoi ky|so luong|gia tri|bao cao|thuc trang|muc do dat|uoc thuc hien|th nam|tong hop|tra loi|noi dung dat|khac)\b|^(so)$/,
    'result',
    0.9,
  ],
  [/\bnam 20\d\d\b/, 'result', 0.6],
  [
    /\b(noi dung|ten tieu chi|ten chi tieu|ten goi|chi tieu|chi so|dien giai|chi bao|tieu chi thanh phan|ten noi dung|noi dung danh gia|tieu chuan|danh muc|ten chi so|hang muc|yeu cau|mo ta|cau hoi|nhiem vu)\b/,
    'name',
    1,
  ],
  [/\btieu chi\b|^(tc|ten tc|muc)$/, 'name-or-number', 0.9],
  [/^(so diem|diem|tong diem|diem so|thang|diem (muc|bac)|muc diem)$/, 'maximum', 0.7],
  [/\bdiem\b/, 'maximum', 0.3],
];

/**
 * Reads one heading (folded, abbreviations already written out).
 * @returns null where no rule fits.
 */
export function readHeading(folded: string): RoleReading | null {
  return rememberedHeading(folded);
}

const rememberedHeading = rememberTexts(compute, 2048);

function compute(folded: string): RoleReading | null {
  const text = folded.trim();
  if (text === '' || text.length > 120) return null;
  // “50 điểm” beside other words is a scale, not a heading; “Điểm tối đa (1000 điểm)” still is one.
  if (/\d+ (diem|d)\b/.test(text.replace(/\b20\d\d\b/g, ' ')) && !/\b(toi da|chuan|tong diem|thang diem)\b/.test(text)) return null;
  for (const [pattern, role, weight] of RULES) {
    if (pattern.test(text)) return { role, weight };
  }
  return null;
}
