// A zip file ↔ its parts, with what the platform has: no library.

const END = 0x06054b50,
  ENTRY = 0x02014b50,
  PART = 0x04034b50; // how each record of a zip begins
const END_LENGTH = 22,
  ENTRY_LENGTH = 46,
  PART_LENGTH = 30;
const VERSION = 20,
  DEFLATED = 8,
  DATED = 0x21; // 1 January 1980
const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** Map of the parts of a zip, in order: name → text. All of them are compressed, and none is followed by a comment. */
export async function unpacked(buffer) {
  const view = new DataView(buffer),
    end = buffer.byteLength - END_LENGTH,
    parts = new Map();
  if (view.getUint32(end, true) !== END) throw new Error("not a zip");
  let offset = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left; left--) {
    const [size, named, extra, comment] = [20, 28, 30, 32].map((at) =>
      at === 20 ? view.getUint32(offset + at, true) : view.getUint16(offset + at, true),
    );
    const name = new TextDecoder().decode(new Uint8Array(buffer, offset + ENTRY_LENGTH, named));
    const start = view.getUint32(offset + 42, true);
    const skipped = PART_LENGTH + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
    const bytes = await through(new Uint8Array(buffer, start + skipped, size), new DecompressionStream("deflate-raw"));
    parts.set(name, new TextDecoder().decode(bytes));
    offset += ENTRY_LENGTH + named + extra + comment;
  }
  return parts;
}

/** The bytes of a zip of these parts. */
export async function packed(parts) {
  const bodies = [],
    entries = [];
  let start = 0;
  for (const [name, text] of parts) {
    const bytes = new TextEncoder().encode(text),
      small = await through(bytes, new CompressionStream("deflate-raw"));
    const label = new TextEncoder().encode(name);
    const common = [VERSION, 0, DEFLATED, 0, DATED].map(short);
    const sizes = [checksum(bytes), small.length, bytes.length].map(long);
    const head = [...common, ...sizes, short(label.length), short(0)];
    bodies.push(long(PART), ...head, label, small);
    entries.push(long(ENTRY), short(VERSION), ...head, ...[0, 0, 0].map(short), long(0), long(start), label);
    start += PART_LENGTH + label.length + small.length;
  }
  const listed = joined(entries),
    count = short(parts.size);
  return joined([...bodies, listed, long(END), long(0), count, count, long(listed.length), long(start), short(0)]);
}

const through = async (bytes, stream) =>
  new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());

/** A number in as many bytes, the lowest first. */
const little = (value, bytes) => Uint8Array.from({ length: bytes }, (_, index) => (value >>> (8 * index)) & 0xff);
const short = (value) => little(value, 2);
const long = (value) => little(value, 4);

function joined(pieces) {
  const whole = new Uint8Array(pieces.reduce((total, piece) => total + piece.length, 0));
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}

/** CRC-32. */
function checksum(bytes) {
  let value = -1;
  for (const byte of bytes) value = TABLE[(value ^ byte) & 0xff] ^ (value >>> 8);
  return (value ^ -1) >>> 0;
}
