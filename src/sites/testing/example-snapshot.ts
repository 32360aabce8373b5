import { newPublicCode } from '../../platform/ids/ids.ts';
import { sha256Hex } from '../../platform/signing/canonical-json.ts';
import type { UnsignedSnapshot } from '../sites.signed-item.ts';

/** A published item for tests; each has a code of its own. */
export function exampleSnapshot(changes: Partial<UnsignedSnapshot> = {}): UnsignedSnapshot {
  const code = newPublicCode();
  return {
    code,
    storyId: '0198a0c0-0000-7000-8000-000000000001',
    editionId: '0198a0c0-0000-7000-8000-000000000002',
    language: 'vi',
    slug: 'le-hoi-gau-tao',
    state: 'live',
    title: 'Lễ hội Gầu Tào mở ở xã Khổng Lào',
    lead: 'Hàng nghìn người về dự ngày mở hội.',
    bodyHtml: '<p>Sáng 23/11, lễ hội Gầu Tào mở ở xã Khổng Lào. Hội kéo dài ba ngày.</p>',
    plainText: 'Sáng 23/11, lễ hội Gầu Tào mở ở xã Khổng Lào. Hội kéo dài ba ngày.',
    themeKey: 'kinh-te-van-hoa',
    themeTitle: 'Kinh tế, du lịch, văn hóa',
    kind: 'news',
    publishedAt: '2026-11-23T02:00:00.000Z',
    updatedAt: '2026-11-23T02:00:00.000Z',
    history: [{ at: '2026-11-23T02:00:00.000Z', type: 'published', note: '', changes: [] }],
    cover: null,
    byUnit: 'Sở Văn hóa, Thể thao và Du lịch',
    machineNotice: null,
    isExample: true,
    manifestHash: sha256Hex(code),
    withdrawalReason: null,
    ...changes,
  };
}
