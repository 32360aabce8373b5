import { expect, it } from 'vitest';
import { isAcceptedAddress } from './text-extensions.ts';

it.each(['https://laichau.gov.vn/', 'http://a.vn', 'mailto:so@laichau.gov.vn', '/dinh-chinh'])(
  'takes %s as the address of a link',
  (address) => expect(isAcceptedAddress(address)).toBe(true),
);

it.each(['javascript:alert(1)', '//a.vn', 'https://', 'ftp://a.vn', 'data:text/html,x', 'https://a b.vn', 'a.vn', ''])(
  'refuses %s',
  (address) => expect(isAcceptedAddress(address)).toBe(false),
);
