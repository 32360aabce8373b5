import type { Unit } from '../../organisation/index.ts';
import { letterKind } from '../registry.kinds.ts';
import type { DocumentSigner } from '../registry.shapes.contract.ts';
import { department } from './registry.policy.ts';

export interface Letterhead {
  readonly parentAgency: string | null;
  readonly agency: string;
  readonly symbol: string;
  readonly place: string;
  /** Who is told first, as the list of recipients names them. */
  readonly leaders: string;
  /** Of a letter that begins from a template of somebody else. */
  readonly draftingSymbol: string;
  /** How the deputy of the agency signs, as a proposal. */
  readonly signer: DocumentSigner;
}

/** Names as Nghị định 30/2020/NĐ-CP, annex I, prints them: a People's Committee bears no superior agency. */
export function letterheadOf(unit: Pick<Unit, 'id' | 'kind' | 'names' | 'shortNames'>): Letterhead {
  if (unit.kind === 'commune' || unit.kind === 'ward') {
    const name = unit.names.vi ?? '';
    return {
      parentAgency: null,
      agency: `Ủy ban nhân dân ${name.charAt(0).toLocaleLowerCase('vi')}${name.slice(1)}`,
      symbol: 'UBND',
      place: unit.shortNames.vi ?? name,
      leaders: `Lãnh đạo UBND ${unit.kind === 'ward' ? 'phường' : 'xã'}`,
      draftingSymbol: 'VHXH',
      signer: { onBehalfOf: 'Ủy ban nhân dân', authority: 'KT.', headPost: 'Chủ tịch', post: 'Phó Chủ tịch', name: '' },
    };
  }
  const isDepartment = unit.id === department;
  return {
    parentAgency: isDepartment ? 'Ủy ban nhân dân tỉnh Lai Châu' : 'Sở Văn hóa, Thể thao và Du lịch',
    agency: unit.names.vi ?? '',
    symbol: isDepartment ? 'SVHTTDL' : (unit.shortNames.vi ?? '').replace(/[^\p{Lu}Đ]/gu, ''),
    place: 'Lai Châu',
    leaders: isDepartment ? 'Lãnh đạo Sở' : 'Lãnh đạo đơn vị',
    draftingSymbol: '',
    signer: { onBehalfOf: null, authority: 'KT.', headPost: 'Giám đốc', post: 'Phó Giám đốc', name: '' },
  };
}

/** "KH-SVHTTDL"; of a letter, agency and the unit that drafts: "SVHTTDL-TTBCXB" (annex I, II.3). */
export function symbolOf({
  kind,
  draftingSymbol,
  letterhead,
}: {
  kind: string;
  draftingSymbol: string;
  letterhead: Letterhead;
}): string {
  if (kind !== letterKind) return `${kind}-${letterhead.symbol}`;
  return draftingSymbol === '' ? letterhead.symbol : `${letterhead.symbol}-${draftingSymbol}`;
}
