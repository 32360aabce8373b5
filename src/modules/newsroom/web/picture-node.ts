import { mergeAttributes, Node } from '@tiptap/core';
import { endpointUrl } from '../../../platform/ui/api-client.ts';
import { getRendition } from '../../media/media.contract.ts';

/** Where the desk shows a picture of the library. */
export function pictureUrl(assetId: string): string {
  return endpointUrl(getRendition, { params: { id: assetId, rendition: 'large-webp' } });
}

/** A picture of our own library: the document keeps its id and the alternative text, never an address. */
export const Picture = Node.create({
  name: 'image',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes() {
    return { assetId: { default: null }, alt: { default: '' } };
  },
  // A picture pasted from elsewhere is not ours: it is left out.
  parseHTML() {
    return [
      {
        tag: 'img[data-asset-id]',
        getAttrs: (element) => ({ assetId: element.dataset.assetId ?? null, alt: element.getAttribute('alt') ?? '' }),
      },
    ];
  },
  renderHTML({ node, HTMLAttributes }) {
    const { assetId, alt } = node.attrs as { assetId: string; alt: string };
    const { assetId: _assetId, alt: _alt, ...rest } = HTMLAttributes;
    return ['img', mergeAttributes(rest, { src: pictureUrl(assetId), alt, 'data-asset-id': assetId })];
  },
});
