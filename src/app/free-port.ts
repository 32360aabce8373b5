import { createServer } from 'node:net';
import { StartError } from '../platform/errors/start-error.ts';

/**
 * Refuses a port that cannot be listened on before anything is started or written: first passwords are made and shown
 * once, so a first start must not fail after them.
 */
export async function requireFreePort({ host, port }: { host: string; port: number }): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => reject(explainPort({ host, port, error })));
    server.listen({ host, port }, () => server.close(() => resolve()));
  });
}

function explainPort({ host, port, error }: { host: string; port: number; error: NodeJS.ErrnoException }): Error {
  if (error.code === 'EADDRINUSE')
    return new StartError(
      `Cổng ${port} đang có chương trình khác dùng, có thể là một Lan Tỏa đang chạy. Hãy dừng chương trình đó, hoặc chọn cổng khác: LANTOA_PORT=${port + 1} npm start`,
      `Port ${port} is in use by another program, perhaps a running Lan Tỏa. Stop it, or choose another port: LANTOA_PORT=${port + 1} npm start`,
      error,
    );
  if (error.code === 'EACCES')
    return new StartError(
      `Người dùng này không được mở cổng ${port}. Hãy chọn cổng từ 1024 trở lên bằng LANTOA_PORT.`,
      `This user may not open port ${port}. Choose a port from 1024 on with LANTOA_PORT.`,
      error,
    );
  return new StartError(
    `Không mở được ${host}:${port} (${error.code}). Hãy kiểm tra LANTOA_HOST và LANTOA_PORT.`,
    `Cannot listen on ${host}:${port} (${error.code}). Check LANTOA_HOST and LANTOA_PORT.`,
    error,
  );
}
