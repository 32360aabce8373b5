/** Words that stand in no table of contents of a document but in its frame: heading block and foot. */
export function isLayoutText(text: string): boolean {
  const words = text.replace(/\s+/gu, ' ').normalize('NFC');
  return /CỘNG HÒA XÃ HỘI CHỦ NGHĨA|CỘNG HOÀ XÃ HỘI CHỦ NGHĨA|ĐẢNG CỘNG SẢN VIỆT NAM|Nơi nhận\s*:|Độc lập\s*-\s*Tự do|Kính gửi\s*:/u.test(
    words,
  );
}
