import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClock } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { actorWith } from '../../../platform/testing/actors.ts';
import { createTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';
import { roles } from '../accounts.roles.ts';
import { hashPassword, isTooCommon, verifyPassword } from './accounts.password.ts';
import { accountActions, canAdminister, roleFitsUnit } from './accounts.policy.ts';
import { waitAfterFailures } from './accounts.rate-limit.ts';
import { disablePerson } from './accounts.service.ts';
import { openSession, readActor } from './accounts.session.ts';
import { acceptInvitation, createPerson, invitePerson } from './invitation.ts';
import { resetPassword } from './reset-password.ts';
import { signInPerson } from './sign-in.ts';

describe('who administers people', () => {
  it('is decided for every role and action', () => {
    const matrix = roles.map((role) => [
      role,
      ...accountActions.filter((action) => canAdminister(actorWith(role, 'xa-03583'), action, 'xa-03583')),
    ]);
    expect(matrix).toEqual([
      ['administrator', 'read_people', 'invite_person', 'disable_person', 'read_history'],
      ['leader', 'read_people', 'read_history'],
      ['publishing_editor', 'read_people'],
      ['division_officer'],
      ['translator'],
      ['commune_officer'],
      ['commune_approver', 'read_people', 'invite_person'],
      ['partner_editor'],
      ['auditor', 'read_people', 'read_history'],
    ]);
  });

  it('does not let a commune invite into another commune', () => {
    expect(canAdminister(actorWith('commune_approver', 'xa-03583'), 'invite_person', 'xa-03388')).toBe(false);
  });

  it('keeps commune roles in communes', () => {
    expect(roleFitsUnit('commune_officer', 'division')).toBe(false);
    expect(roleFitsUnit('publishing_editor', 'commune')).toBe(false);
    expect(roleFitsUnit('commune_officer', 'ward')).toBe(true);
  });
});

describe('passwords', () => {
  it('are found right when typed in another Unicode form, and wrong otherwise', async () => {
    const hash = await hashPassword('mật khẩu rất dài'.normalize('NFD'));
    expect(await verifyPassword('mật khẩu rất dài'.normalize('NFC'), hash)).toBe(true);
    expect(await verifyPassword('mat khau rat dai', hash)).toBe(false);
    expect(await verifyPassword('mật khẩu rất dài', null)).toBe(false);
  });

  it('that fall to the first guess are refused', () => {
    expect(isTooCommon('matkhau123456')).toBe(true);
    expect(isTooCommon('aaaaaaaaaaaaaaaa')).toBe(true);
    expect(isTooCommon('ruộng bậc thang Sìn Hồ')).toBe(false);
  });

  it('wrong again and again make the wait longer, never shorter, and at most 15 minutes', () => {
    fc.assert(
      fc.property(fc.nat(60), (failures) => {
        const wait = waitAfterFailures(failures);
        expect(wait).toBeLessThanOrEqual(waitAfterFailures(failures + 1));
        expect(wait).toBeLessThanOrEqual(900_000);
      }),
    );
  });
});

describe('accounts on a real database', () => {
  let database: TestDatabase;
  let context: Context;
  const clock = createTestClock('2026-03-01T01:00:00Z');
  beforeAll(async () => {
    database = await createTestDatabase();
    context = { ...database.context(), clock };
  });
  afterAll(() => database.close());

  it('a department-wide grant reaches the divisions and not the communes', async () => {
    const id = await personWith('leader', 'so-vhttdl', 'lanhdao@thu.example', true);
    const { token } = await openSession(context, id);
    const actor = await readActor(token, context);
    const units = actor?.grants[0]?.unitIds ?? [];
    expect(units).toContain('phong-ttbcxb');
    expect(units).toContain('so-vhttdl');
    expect(units.some((unit) => unit.startsWith('xa-'))).toBe(false);
  });

  it('an invitation makes one person once', async () => {
    const administrator = { ...context, actor: actorWith('administrator', 'so-vhttdl') };
    const { token } = await invitePerson(administrator, {
      email: 'Xa.Moi@thu.example',
      fullName: 'Cán bộ mới',
      role: 'commune_officer',
      unitId: 'xa-03583',
      includesSubtree: false,
    });
    const accepted = { token, fullName: 'Cán bộ mới', password: 'nương chè xanh mướt' };
    await acceptInvitation(context, accepted);
    await expect(acceptInvitation(context, accepted)).rejects.toMatchObject({ code: 'accounts.invitation_not_valid' });
    await expect(
      signInPerson(context, { email: 'xa.moi@thu.example', password: accepted.password }),
    ).resolves.toMatchObject({ token: expect.any(String) });
  });

  it('ten wrong passwords are slowed down, and the person is told for how long', async () => {
    await personWith('auditor', 'so-vhttdl', 'thanhtra@thu.example', true);
    const codes: string[] = [];
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const code = await signInPerson(context, { email: 'thanhtra@thu.example', password: 'sai' }).catch(
        (error: { code: string }) => error.code,
      );
      codes.push(String(code));
    }
    expect(codes.slice(0, 5)).toEqual(Array(5).fill('accounts.wrong_password'));
    expect(codes.slice(5)).toEqual(Array(5).fill('accounts.too_many_attempts'));
    clock.advance(31_000);
    await expect(
      signInPerson(context, { email: 'thanhtra@thu.example', password: 'nương chè xanh mướt' }),
    ).resolves.toBeDefined();
  });

  it('a disabled person is out at once', async () => {
    const id = await personWith('translator', 'phong-ttbcxb', 'bien.dich@thu.example', false);
    const { token } = await openSession(context, id);
    const other = await personWith('administrator', 'so-vhttdl', 'qt2@thu.example', true);
    const administrator = actorWith('administrator', 'so-vhttdl', { personId: other });
    await disablePerson({ ...context, actor: administrator }, { id, reason: 'Chuyển công tác' });
    expect(await readActor(token, context)).toBeNull();
    await expect(
      disablePerson({ ...context, actor: administrator }, { id: other, reason: 'Tự khóa' }),
    ).rejects.toMatchObject({ code: 'platform.not_permitted' });
  });

  it('who lost the password gets a new one at the machine, and the old one and all sessions end', async () => {
    const id = await personWith('leader', 'so-vhttdl', 'quen.mat.khau@thu.example', true);
    const { token } = await openSession(context, id);
    const password = await resetPassword(context, { email: 'Quen.Mat.Khau@thu.example' });
    expect(await readActor(token, context)).toBeNull();
    const old = signInPerson(context, { email: 'quen.mat.khau@thu.example', password: 'nương chè xanh mướt' });
    await expect(old).rejects.toMatchObject({ code: 'accounts.wrong_password' });
    await expect(signInPerson(context, { email: 'quen.mat.khau@thu.example', password })).resolves.toBeDefined();
  });

  async function personWith(
    role: (typeof roles)[number],
    unitId: string,
    email: string,
    includesSubtree: boolean,
  ): Promise<string> {
    const passwordHash = await hashPassword('nương chè xanh mướt');
    return createPerson(context, {
      role,
      unitId,
      email,
      includesSubtree,
      passwordHash,
      fullName: 'Người thử',
      positionTitle: '',
      isExample: false,
    });
  }
});
