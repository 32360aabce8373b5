/** A person who uses the interface directly: what earlier steps of the journey did, done again without the screens. */
export class ApiPerson {
  private cookie = '';
  readonly address: string;
  constructor(address: string) {
    this.address = address;
  }

  async call<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(this.address + path, {
      method,
      headers: {
        'x-lantoa-request': 'desk',
        cookie: this.cookie,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    this.keepCookie(response);
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
    return answer as Answer;
  }

  async sendFile<Answer>(path: string, file: File): Promise<Answer> {
    const form = new FormData();
    form.append('file', file);
    const response = await fetch(this.address + path, {
      method: 'POST',
      headers: { 'x-lantoa-request': 'desk', cookie: this.cookie },
      body: form,
    });
    return (await response.json()) as Answer;
  }

  private keepCookie(response: Response): void {
    const [cookie] = response.headers.getSetCookie();
    if (cookie) this.cookie = cookie.split(';')[0] ?? '';
  }
}
