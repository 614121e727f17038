/** The UTF-16 offset of a code point: Python data sets count code points, the editor UTF-16 units. */
export function utf16(text: string, codePoints: number): number {
  return Array.from(text).slice(0, codePoints).join('').length;
}
