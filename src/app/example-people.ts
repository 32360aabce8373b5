import type { Role } from '../modules/accounts/index.ts';
import { generatePassword, hashPassword } from '../modules/accounts/server/accounts.password.ts';
import { createPerson } from '../modules/accounts/server/invitation.ts';
import type { Context } from '../platform/context.ts';
import { inTransaction } from '../platform/database/database.ts';

interface FirstAccount {
  readonly role: Role;
  readonly unitId: string;
  readonly fullName: string;
  readonly email: string;
  readonly title: string;
}

const administrator: FirstAccount = {
  role: 'administrator',
  unitId: 'so-vhttdl',
  fullName: 'Quản trị hệ thống',
  email: 'quantri@lantoa.example',
  title: 'Quản trị',
};

const examples: readonly FirstAccount[] = [
  {
    role: 'leader',
    unitId: 'so-vhttdl',
    fullName: 'Lãnh đạo Sở (ví dụ)',
    email: 'lanhdao@lantoa.example',
    title: 'Phó Giám đốc Sở',
  },
  {
    role: 'publishing_editor',
    unitId: 'phong-ttbcxb',
    fullName: 'Biên tập viên (ví dụ)',
    email: 'bientap@lantoa.example',
    title: 'Biên tập viên',
  },
  {
    role: 'division_officer',
    unitId: 'tt-vhnt',
    fullName: 'Chuyên viên (ví dụ)',
    email: 'chuyenvien@lantoa.example',
    title: 'Chuyên viên',
  },
  {
    role: 'translator',
    unitId: 'phong-ttbcxb',
    fullName: 'Biên dịch viên (ví dụ)',
    email: 'biendich@lantoa.example',
    title: 'Biên dịch viên',
  },
  {
    role: 'commune_officer',
    unitId: 'xa-03583',
    fullName: 'Cán bộ xã Khổng Lào (ví dụ)',
    email: 'canboxa@lantoa.example',
    title: 'Công chức văn hóa - xã hội',
  },
  {
    role: 'commune_approver',
    unitId: 'xa-03583',
    fullName: 'Lãnh đạo xã Khổng Lào (ví dụ)',
    email: 'lanhdaoxa@lantoa.example',
    title: 'Phó Chủ tịch UBND xã',
  },
  {
    role: 'partner_editor',
    unitId: 'tap-chi-van-nghe',
    fullName: 'Biên tập viên Tạp chí (ví dụ)',
    email: 'tapchi@lantoa.example',
    title: 'Biên tập viên',
  },
  {
    role: 'auditor',
    unitId: 'so-vhttdl',
    fullName: 'Thanh tra (ví dụ)',
    email: 'thanhtra@lantoa.example',
    title: 'Thanh tra viên',
  },
];

/**
 * Makes the first accounts when there is nobody yet, all in one transaction, and returns the passwords to be shown once.
 * With `withExamples` one example account a role, else the administrator only. Empty when people exist.
 */
export async function createFirstAccounts(
  context: Context,
  options: { withExamples: boolean },
): Promise<{ email: string; password: string; role: Role }[]> {
  const anyone = await context.db.selectFrom('person').select('id').limit(1).executeTakeFirst();
  if (anyone) return [];
  const wanted = options.withExamples ? [administrator, ...examples] : [administrator];
  const made: { email: string; password: string; role: Role; hash: string; account: FirstAccount }[] = [];
  for (const account of wanted) {
    const password = generatePassword();
    made.push({ email: account.email, role: account.role, password, hash: await hashPassword(password), account });
  }
  return writeAccounts(context, made, options.withExamples);
}

async function writeAccounts(
  context: Context,
  made: readonly { email: string; password: string; role: Role; hash: string; account: FirstAccount }[],
  isExample: boolean,
): Promise<{ email: string; password: string; role: Role }[]> {
  await inTransaction(context, async (inside) => {
    for (const { account, hash } of made) {
      await createPerson(inside, {
        fullName: account.fullName,
        email: account.email,
        passwordHash: hash,
        positionTitle: account.title,
        isExample,
        role: account.role,
        unitId: account.unitId,
        includesSubtree: account.unitId === 'so-vhttdl',
      });
    }
  });
  return made.map(({ email, password, role }) => ({ email, password, role }));
}
