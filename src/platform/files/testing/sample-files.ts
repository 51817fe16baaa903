/** The smallest things that count as a PDF, a photo and a picture. No personal data, no fonts, no pixels. */

/** A PDF of one empty page; `extra` lands in its catalogue. */
export function pdf(extra = ""): Buffer {
  const objects = [
    `1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${extra} >>\nendobj\n`,
    "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n",
    "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n",
  ];
  const body = `%PDF-1.7\n${objects.join("")}`;
  return Buffer.from(
    `${body}trailer\n<< /Root 1 0 R /Size 4 >>\nstartxref\n${String(body.length)}\n%%EOF\n`,
    "latin1",
  );
}

export function png({ width = 640, height = 480 } = {}): Buffer {
  const header = Buffer.alloc(25);
  header.writeUInt32BE(13, 0);
  header.write("IHDR", 4, "latin1");
  header.writeUInt32BE(width, 8);
  header.writeUInt32BE(height, 12);
  header.set([8, 2, 0, 0, 0], 16);
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    header,
    Buffer.from("0000000049454e44ae426082", "hex"),
  ]);
}

export function jpeg({
  width = 640,
  height = 480,
  exifBytes = 0,
} = {}): Buffer {
  const segments: Buffer[] = [];
  for (let left = exifBytes; left > 0; left -= 65_000)
    segments.push(jpegSegment(0xe1, Buffer.alloc(Math.min(left, 65_000), 1)));
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  segments.push(jpegSegment(0xc0, frame));
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...segments,
    Buffer.from([0xff, 0xd9]),
  ]);
}

function jpegSegment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}
