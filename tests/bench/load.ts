import { Agent, createServer, get, type RequestListener, type Server } from 'node:http';
import { performance } from 'node:perf_hooks';

export async function listen(listener: RequestListener): Promise<{ server: Server; port: number }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { server, port: typeof address === 'object' && address ? address.port : 0 };
}

/** Requests a second over `connections` kept-alive connections. */
export async function requestsPerSecond(input: {
  port: number;
  path: string;
  requests: number;
  connections: number;
}): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: input.connections });
  const one = () =>
    new Promise<void>((resolve, reject) => {
      get(
        { host: '127.0.0.1', port: input.port, path: input.path, agent, headers: { 'accept-encoding': 'br' } },
        (response) => {
          response.resume();
          response.once('end', resolve);
        },
      ).once('error', reject);
    });
  let left = input.requests;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      await one();
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: input.connections }, worker));
  agent.destroy();
  return input.requests / ((performance.now() - start) / 1000);
}
