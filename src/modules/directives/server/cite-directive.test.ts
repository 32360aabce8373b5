import { expect, it } from 'vitest';
import { citeDirective } from './cite-directive.ts';

const guidance = {
  kind: 'HD',
  number: 5,
  symbol: 'HD-SVHTTDL',
  issuedOn: '2026-02-03',
  issuer: 'Sở Văn hóa, Thể thao và Du lịch',
  subject: 'Công tác thông tin đối ngoại năm 2026',
};

it('a directive is cited by kind, number and symbol, date, issuer and subject', () => {
  expect(citeDirective(guidance)).toBe(
    'Hướng dẫn số 05/HD-SVHTTDL ngày 03 tháng 02 năm 2026 của Sở Văn hóa, Thể thao và Du lịch về Công tác thông tin đối ngoại năm 2026',
  );
});

it('what is not known is left out, and a missing number leaves room for it', () => {
  expect(citeDirective({ ...guidance, number: null, issuedOn: null })).toContain('Hướng dẫn số ……/HD-SVHTTDL của Sở');
  const bare = { kind: null, number: null, symbol: null, issuedOn: null, issuer: null, subject: 'việc mới' };
  expect(citeDirective(bare)).toBe('Văn bản về việc mới');
});
