/** Drawn in a 20 box: stroke 1.6, square caps, mitre joins, no fill (face.md 5). */
const drawings = {
  home: 'M3 9l7-6 7 6v8h-5v-5H8v5H3z',
  document: 'M5 2.5h7l3.5 3.5v11.5H5zM12 2.5V6h3.5M7.5 10h5M7.5 13h5',
  matrix: 'M3 3h5v5H3zM12 3h5v5h-5zM3 12h5v5H3zM12 12h5v5h-5z',
  calendar: 'M3 4.5h14v12.5H3zM3 8.5h14M7 2.5v4M13 2.5v4',
  pencil: 'M3.5 16.5l.8-3.8L13 4l3 3-8.7 8.7zM11 6l3 3',
  channels: 'M10 10v6.5M5.5 14.5a6.4 6.4 0 1 1 9 0M7.8 12.2a3.1 3.1 0 1 1 4.4 0',
  report: 'M3 17h14M5 14.5v-4M10 14.5V4M15 14.5V7.5',
  settings:
    'M10 7a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM10 2v2.5M10 15.5V18M2 10h2.5M15.5 10H18M4.3 4.3l1.8 1.8M13.9 13.9l1.8 1.8M4.3 15.7l1.8-1.8M13.9 6.1l1.8-1.8',
  bolt: 'M11 2.5L4.5 11H10l-1 6.5L15.5 9H10z',
  person: 'M10 3.5a3.2 3.2 0 1 1 0 6.4 3.2 3.2 0 0 1 0-6.4zM3.5 17c.5-3.5 3-5 6.5-5s6 1.5 6.5 5',
  people:
    'M7.5 4.5a2.7 2.7 0 1 1 0 5.4 2.7 2.7 0 0 1 0-5.4zM2 16.5c.4-3 2.4-4.4 5.5-4.4s5.1 1.4 5.5 4.4M13 5a2.4 2.4 0 1 1 .8 4.6M14.5 12.2c2 .4 3.2 1.8 3.5 4.3',
  unit: 'M3.5 17V6.5L10 3l6.5 3.5V17zM8 17v-4h4v4M7 9h1M12 9h1',
  mail: 'M2.5 4.5h15v11h-15zM2.5 5.5l7.5 6 7.5-6',
  link: 'M8.5 11.5l3-3M7 9l-2.5 2.5a2.8 2.8 0 0 0 4 4L11 13M9 7l2.5-2.5a2.8 2.8 0 0 1 4 4L13 11',
  camera: 'M3 6h3.5L8 4h4l1.5 2H17v10H3zM10 8.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6z',
  upload: 'M10 13V3.5M6 7l4-4 4 4M3.5 13v3.5h13V13',
  download: 'M10 3.5V13M6 9.5l4 4 4-4M3.5 14v2.5h13V14',
  check: 'M4 10.5l4 4L16.5 6',
  close: 'M5 5l10 10M15 5L5 15',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  search: 'M9 3.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM13.2 13.2L17 17',
  chevronDown: 'M5 7.5l5 5 5-5',
  chevronRight: 'M7.5 5l5 5-5 5',
  chevronLeft: 'M12.5 5l-5 5 5 5',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  more: 'M4.5 10h.1M10 10h.1M15.5 10h.1',
  history: 'M4.2 6.5A7 7 0 1 1 3 10M3 3.5v4h4M10 6v4.5l3 2',
  clock: 'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM10 6v4.5l3 1.5',
  image: 'M3 4h14v12H3zM3 14l4.5-4.5L11 13l2.5-2.5L17 14M12.5 7h.1',
  figure: 'M6 3l-1.5 14M13 3l-1.5 14M3 7h14M2.5 13h14',
  note: 'M4 3.5h12v9L12 16.5H4zM12 16.5v-4h4M7 7h6M7 10h4',
  send: 'M3 10L17 3.5l-4 13-3.5-5zM9.5 11.5L17 3.5',
  returned: 'M8 4L3.5 8.5 8 13M4 8.5h8a4 4 0 0 1 0 8H9',
  eye: 'M2 10c2-3.7 4.7-5.5 8-5.5s6 1.8 8 5.5c-2 3.7-4.7 5.5-8 5.5S4 13.7 2 10zM10 7.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z',
  lock: 'M4.5 9h11v8h-11zM7 9V6.5a3 3 0 0 1 6 0V9M10 12v2',
  warning: 'M10 3l7.5 13.5h-15zM10 8.5v3.5M10 14.2v.1',
  offline:
    'M3 3l14 14M2.5 8a11 11 0 0 1 4-2.5M9.5 4.7c3 0 5.7 1.1 8 3.3M5.5 11.5a7 7 0 0 1 3-1.7M13 11l1.5 1M10 15.5v.1',
  language:
    'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM3 10h14M10 3c2.5 2 3.5 4.5 3.5 7s-1 5-3.5 7c-2.5-2-3.5-4.5-3.5-7S7.5 5 10 3z',
  signOut: 'M8 3.5H3.5v13H8M8 10h9M13.5 6.5L17 10l-3.5 3.5',
  external: 'M8 4H3.5v12.5H16V12M11 3.5h5.5V9M16.5 3.5L9 11',
  trash: 'M3.5 5.5h13M8 5.5V3h4v2.5M5.5 5.5l.7 11.5h7.6l.7-11.5',
  refresh: 'M16 6.5A7 7 0 0 0 3.5 8M4 13.5A7 7 0 0 0 16.5 12M16.5 3v4h-4M3.5 17v-4h4',
  filter: 'M3 4h14l-5.5 6.5V16l-3 1v-6.5z',
  bell: 'M5 13.5V9a5 5 0 0 1 10 0v4.5l1.5 1.5h-13zM8.5 17h3',
  globe: 'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM3 10h14M10 3v14',
} as const;

export type IconName = keyof typeof drawings;

/** Decorative: a word stands beside it, or the button that holds it has an aria-label. */
export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" width={size} height={size} aria-hidden="true" focusable="false">
      <path d={drawings[name]} />
    </svg>
  );
}
