const jpegStart = 0xffd8;
const exifSegment = 0xffe1;
const scanStart = 0xffda;
const pointerToExif = 0x8769;
const dateTimeOriginal = 0x9003;

/** The day on which a photo was taken, `2026-11-25`, from its EXIF (JEITA CP-3451, 4.6); null where there is none. Pure. */
export function dayOfPhoto(bytes: ArrayBuffer): string | null {
  try {
    return findDay(new DataView(bytes));
  } catch {
    // A cut or wrong table points outside of the file.
    return null;
  }
}

function findDay(view: DataView): string | null {
  if (view.getUint16(0) !== jpegStart) return null;
  let at = 2;
  while (at + 4 < view.byteLength) {
    const marker = view.getUint16(at);
    if (marker === scanStart || marker < 0xff00) return null;
    if (marker === exifSegment && text(view, at + 4, 4) === 'Exif') return dayInTables(view, at + 10);
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

function dayInTables(view: DataView, start: number): string | null {
  const isLittle = text(view, start, 2) === 'II';
  const first = start + view.getUint32(start + 4, isLittle);
  const pointer = entryOf(view, first, pointerToExif, isLittle);
  if (pointer === null) return null;
  const entry = entryOf(view, start + view.getUint32(pointer + 8, isLittle), dateTimeOriginal, isLittle);
  if (entry === null) return null;
  const written = text(view, start + view.getUint32(entry + 8, isLittle), 10);
  const [, year, month, day] = /^(\d{4}):(\d{2}):(\d{2})$/.exec(written) ?? [];
  return year === undefined || year === '0000' ? null : `${year}-${month}-${day}`;
}

function entryOf(view: DataView, table: number, tag: number, isLittle: boolean): number | null {
  const count = view.getUint16(table, isLittle);
  for (let index = 0; index < count; index += 1) {
    const entry = table + 2 + index * 12;
    if (view.getUint16(entry, isLittle) === tag) return entry;
  }
  return null;
}

function text(view: DataView, at: number, length: number): string {
  return String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset + at, length));
}
