import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClock } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { actorWith } from '../../../platform/testing/actors.ts';
import { createTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';
import { signIn } from '../accounts.contract.ts';
import { departmentReaders, type Role, roleFitsUnit, roles } from '../accounts.roles.ts';
import { createAccountsModule } from './accounts.module.ts';
import { hashPassword, isTooCommon, verifyPassword } from './accounts.password.ts';
import { accountActions, canAdminister, mayGrant } from './accounts.policy.ts';
import { takeAttempt, waitAfterFailures } from './accounts.rate-limit.ts';
import { readPeople } from './accounts.read-model.ts';
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
      ['administrator', 'read_people', 'invite_person', 'disable_person', 'read_history', 'change_portal'],
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

  it('keeps the roles that read the work of the department out of communes and partners', () => {
    for (const kind of ['commune', 'ward', 'partner'])
      for (const role of [...departmentReaders, 'translator'] as const)
        expect([kind, role, roleFitsUnit(role, kind)]).toEqual([kind, role, false]);
  });

  it('lets a commune give the roles of a commune only', () => {
    const given = (role: Role) =>
      roles.filter((wanted) => mayGrant(actorWith(role, 'xa-03583'), { role: wanted, unitId: 'xa-03583' }));
    expect(given('commune_approver')).toEqual(['commune_officer', 'commune_approver']);
    expect(given('administrator')).toEqual([...roles]);
    for (const role of roles) if (!/administrator|commune_approver/.test(role)) expect(given(role)).toEqual([]);
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

  it('guesses that come all at once are counted like those that come one after the other', async () => {
    await personWith('auditor', 'so-vhttdl', 'dong.loat@thu.example', true);
    const guess = () => codeOf(signInPerson(context, { email: 'dong.loat@thu.example', password: 'sai' }));
    const codes = await Promise.all(Array.from({ length: 12 }, guess));
    expect(codes.filter((code) => code === 'accounts.wrong_password')).toHaveLength(5);
    expect(codes.filter((code) => code === 'accounts.too_many_attempts')).toHaveLength(7);
  });

  it('a network that tries one person after the other is slowed down, others and what is right are not', async () => {
    await personWith('auditor', 'so-vhttdl', 'mang@thu.example', true);
    const right = { email: 'mang@thu.example', password: 'nương chè xanh mướt' };
    const from = (origin: string) => ({ ...context, origin });
    const attacker = from('203.0.113.0');
    const spray = (attempt: number) => attemptFrom(attacker, `person:ai${attempt}@thu.example`);
    for (let attempt = 0; attempt < 49; attempt += 1) await spray(attempt);
    // Right ones do not count, however many sign in from one office.
    for (let time = 0; time < 3; time += 1) await signInPerson(attacker, right);
    await spray(49);
    expect(await codeOf(signInPerson(attacker, right))).toBe('accounts.too_many_attempts');
    await expect(signInPerson(from('198.51.100.0'), right)).resolves.toBeDefined();
    clock.advance(31_000);
    await expect(signInPerson(attacker, right)).resolves.toBeDefined();
    await spray(50);
    expect(await codeOf(spray(51))).toBe('accounts.too_many_attempts');
    clock.advance(24 * 3_600_000);
    for (let attempt = 60; attempt < 100; attempt += 1) await spray(attempt);
  });

  it('a new session takes the place of the one that the browser had', async () => {
    const id = await personWith('translator', 'phong-ttbcxb', 'phien@thu.example', false);
    const former = await openSession(context, id);
    const { routes } = createAccountsModule({ publicUrl: 'https://cong.example.vn' });
    const set: string[] = [];
    await routes
      .find((route) => route.endpoint === signIn)
      ?.handle(
        context,
        { params: {}, query: {}, body: { email: 'phien@thu.example', password: 'nương chè xanh mướt' }, file: null },
        {
          sessionToken: former.token,
          setSessionCookie: (token) => set.push(token),
          clearSessionCookie: () => undefined,
        },
      );
    expect(set).toHaveLength(1);
    expect(set[0]).not.toBe(former.token);
    expect(await readActor(former.token, context)).toBeNull();
    expect(await readActor(set[0] ?? '', context)).not.toBeNull();
  });

  it('a commune cannot make a reader of the department, and two invitations of one address make one person', async () => {
    const commune = { ...context, actor: actorWith('commune_approver', 'xa-03583') };
    const invitation = { fullName: 'Bạn', unitId: 'xa-03583', includesSubtree: true };
    for (const role of ['auditor', 'translator', 'leader', 'administrator'] as const)
      expect(await codeOf(invitePerson(commune, { ...invitation, role, email: 'ban@thu.example' }))).toBe(
        'platform.not_permitted',
      );
    const invite = () => invitePerson(commune, { ...invitation, role: 'commune_officer', email: 'ban@thu.example' });
    const [one, two] = [await invite(), await invite()];
    const accepted = { fullName: 'Bạn', password: 'nương chè xanh mướt' };
    await acceptInvitation(context, { ...accepted, token: one.token });
    expect(await codeOf(acceptInvitation(context, { ...accepted, token: two.token }))).toBe('accounts.email_in_use');
  });

  it('a commune sees its own people only, also when it asks for those of another unit', async () => {
    await personWith('commune_officer', 'xa-03388', 'xa.khac@thu.example', false);
    const commune = { ...context, actor: actorWith('commune_approver', 'xa-03583') };
    for (const unitId of ['xa-03388', 'so-vhttdl'])
      expect(await readPeople(commune, { unitId, page: 1 })).toMatchObject({ people: [], total: 0 });
    expect((await readPeople(commune, { unitId: 'xa-03583', page: 1 })).total).toBeGreaterThan(0);
    const administrator = { ...context, actor: actorWith('administrator', 'so-vhttdl') };
    expect((await readPeople(administrator, { unitId: 'xa-03388', page: 1 })).total).toBe(1);
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

  async function attemptFrom(from: Context, key: string): Promise<void> {
    await takeAttempt(from, key);
  }

  async function codeOf(attempt: Promise<unknown>): Promise<string> {
    return attempt.then(
      () => 'done',
      (error: { code: string }) => error.code,
    );
  }

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
