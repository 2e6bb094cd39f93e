// Draws the icons of the ribbon: node excel-addin/icons/draw.mjs. Shapes in a square of 32 units, sampled 8 × 8 per pixel, written as PNG.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';

const folder = path.dirname(fileURLToPath(import.meta.url));
const green = [16, 124, 65];
const amber = [240, 171, 0];
const white = [255, 255, 255];
const ink = [70, 70, 70];

const box = (left, top, right, bottom, radius) => (x, y) => {
  const across = Math.max(left + radius - x, 0, x - (right - radius));
  const down = Math.max(top + radius - y, 0, y - (bottom - radius));
  return x >= left && x <= right && y >= top && y <= bottom && Math.hypot(across, down) <= radius;
};
const disc = (centreX, centreY, radius) => (x, y) => Math.hypot(x - centreX, y - centreY) <= radius;
const line = (fromX, fromY, toX, toY, width) => (x, y) => {
  const length = (toX - fromX) ** 2 + (toY - fromY) ** 2;
  const along = Math.min(1, Math.max(0, ((x - fromX) * (toX - fromX) + (y - fromY) * (toY - fromY)) / length));
  return Math.hypot(x - fromX - along * (toX - fromX), y - fromY - along * (toY - fromY)) <= width / 2;
};
const either =
  (...shapes) =>
  (x, y) =>
    shapes.some((shape) => shape(x, y));

/** A child with raised arms. */
const child = either(
  disc(16, 9.5, 4.2),
  line(16, 15.5, 16, 22, 5.4),
  line(16, 17, 8.6, 12, 3.2),
  line(16, 17, 23.4, 12, 3.2),
  line(15, 22, 11.6, 28, 3.4),
  line(17, 22, 20.4, 28, 3.4),
);
const check = (x, y, size) =>
  either(
    line(x, y, x + size * 0.36, y + size * 0.36, size * 0.2),
    line(x + size * 0.36, y + size * 0.36, x + size, y - size * 0.36, size * 0.2),
  );

const icons = {
  score: [
    [box(1, 1, 31, 31, 6), green],
    [child, white],
    [disc(24.5, 24.5, 7), white],
    [disc(24.5, 24.5, 6), amber],
    [check(21, 24.6, 7), white],
  ],
  stamp: [
    [box(3, 1, 29, 31, 3), ink],
    [box(4.6, 2.6, 27.4, 29.4, 2), white],
    [box(4.6, 2.6, 27.4, 8.6, 1), green],
    [either(line(8, 13, 24, 13, 1.8), line(8, 17.4, 24, 17.4, 1.8), line(8, 21.8, 15, 21.8, 1.8)), ink],
    [disc(23, 23.5, 7), white],
    [disc(23, 23.5, 6), amber],
    [check(19.5, 23.6, 7), white],
  ],
  pane: [
    [box(1, 4, 31, 28, 3), ink],
    [box(2.6, 5.6, 29.4, 26.4, 2), white],
    [box(19, 5.6, 29.4, 26.4, 1), green],
    [either(line(6, 11, 15, 11, 1.8), line(6, 16, 15, 16, 1.8), line(6, 21, 15, 21, 1.8)), ink],
    [check(21, 16, 6.4), white],
  ],
};

const FINE = 8;

function pixels(layers, size) {
  const data = Buffer.alloc(size * size * 4);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const sum = [0, 0, 0, 0];
      for (let sample = 0; sample < FINE * FINE; sample++) {
        const x = ((column + ((sample % FINE) + 0.5) / FINE) * 32) / size;
        const y = ((row + (Math.floor(sample / FINE) + 0.5) / FINE) * 32) / size;
        const top = layers.filter(([shape]) => shape(x, y)).pop();
        if (top === undefined) continue;
        top[1].forEach((value, channel) => (sum[channel] += value));
        sum[3]++;
      }
      const at = (row * size + column) * 4;
      for (let channel = 0; channel < 3; channel++) data[at + channel] = sum[3] === 0 ? 0 : Math.round(sum[channel] / sum[3]);
      data[at + 3] = Math.round((sum[3] * 255) / (FINE * FINE));
    }
  }
  return data;
}

function chunk(type, content) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(content.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

function png(data, size) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6, 0, 0, 0], 8);
  const rows = Buffer.concat(
    Array.from({ length: size }, (_row, row) => Buffer.concat([Buffer.from([0]), data.subarray(row * size * 4, (row + 1) * size * 4)])),
  );
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

for (const [name, layers] of Object.entries(icons)) {
  for (const size of [16, 32, 64, 80]) writeFileSync(path.join(folder, `${name}-${size}.png`), png(pixels(layers, size), size));
}
