import { z } from 'zod';
import { verifyItem } from '../platform/signing/item-signature.ts';
import { signedItemSchema } from './sites.signed-item.ts';

export interface CommandOutput {
  readFile(path: string): Promise<string>;
  print(line: string): void;
  printError(line: string): void;
}

const keySetSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });
const fileSchema = z.object({ jws: z.string() });

/**
 * `lantoa verify FILE --jwks KEYS`: checks a saved item without network and without database. FILE is what
 * /xac-thuc/{code}.json gave, or the bare signature. Gives the exit code: 0 genuine, 1 not genuine, 2 cannot say.
 */
export async function verifyCommand(argv: readonly string[], io: CommandOutput): Promise<0 | 1 | 2> {
  const flag = argv.indexOf('--jwks');
  const keysPath = flag === -1 ? undefined : argv[flag + 1];
  const filePath = argv.find((argument, index) => !argument.startsWith('--') && (flag === -1 || index !== flag + 1));
  if (!filePath || !keysPath) {
    io.printError('Cách dùng / usage: lantoa verify TỆP.json --jwks jwks.json');
    return 2;
  }
  let jws: string;
  let keys: z.infer<typeof keySetSchema>;
  try {
    const text = (await io.readFile(filePath)).trim();
    jws = text.startsWith('{') ? fileSchema.parse(JSON.parse(text)).jws : text;
    keys = keySetSchema.parse(JSON.parse(await io.readFile(keysPath)));
  } catch {
    io.printError('Không đọc được tệp bài hoặc tệp khóa / the item or the key file cannot be read');
    return 2;
  }
  const verified = await verifyItem(jws, keys);
  const item = signedItemSchema.safeParse(verified?.payload);
  if (!verified || !item.success) {
    io.print('KHÔNG KHỚP: chữ ký không phải của các khóa này, hoặc nội dung đã bị đổi / NOT GENUINE');
    return 1;
  }
  io.print(
    verified.isTest
      ? 'KHỚP, nhưng ký bằng KHÓA THỬ: nội dung ví dụ / signed with a TEST key'
      : 'KHỚP: đúng bản đã ký / GENUINE',
  );
  io.print(
    `${item.data.title}\n${item.data.byUnit}\nmã/code ${item.data.code} · ${item.data.state} · ${item.data.updatedAt}`,
  );
  io.print(`SHA-256 ${item.data.manifestHash}\nkhóa/key ${verified.keyId}`);
  return 0;
}
