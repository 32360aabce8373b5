/** Annex I, I.1 and I.4: A4, top and bottom 20–25 mm, left 30–35, right 15–20. */
export const marginMm = { top: 20, bottom: 20, left: 30, right: 15 } as const;
export const pageMm = { width: 210, height: 297 } as const;
export const textWidthOfPageMm = pageMm.width - marginMm.left - marginMm.right;
/** The share of a column, whatever was given: neither nothing nor without end. */
export function columnShare(width: number | undefined): number {
  return width !== undefined && Number.isFinite(width) ? Math.min(Math.max(width, 0.01), 10_000) : 1;
}
/** Landscape turns the sheet, and the wide edge for binding stays left. */
export const textWidthOfLandscapeMm = pageMm.height - marginMm.left - marginMm.right;
