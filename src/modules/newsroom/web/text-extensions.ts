import StarterKit from '@tiptap/starter-kit';
import { Picture } from './picture-node.ts';

/** The same addresses as the server takes: https, http, mailto, or a path of this site. */
export function isAcceptedAddress(address: string): boolean {
  return /^(https?:\/\/[^\s/\\][^\s\\]*|mailto:[^\s<>"]+|\/(?!\/)[^\s\\]*)$/i.test(address.trim());
}

/** The nodes and marks that the newsroom stores, and no others: what is pasted beyond them loses its dress, not its words. */
export const textExtensions = [
  StarterKit.configure({
    heading: { levels: [2, 3] },
    code: false,
    codeBlock: false,
    strike: false,
    underline: false,
    trailingNode: false,
    link: {
      openOnClick: false,
      isAllowedUri: isAcceptedAddress,
      HTMLAttributes: { target: null, rel: null },
    },
  }),
  Picture,
];
