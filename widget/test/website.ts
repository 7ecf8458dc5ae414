import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

type Page = { body: string; css?: string; policy?: string; head?: string };

/** Somebody else's website, on an origin of its own. Its pages go by path; `/page.css` is its style sheet. */
export class Website {
  page: Page = { body: '' };
  #server!: Server;

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async start(): Promise<void> {
    this.#server = createServer((request, response) => {
      const { body, css = '', policy, head = '' } = this.page;
      if (request.url === '/page.css') return void response.writeHead(200, { 'Content-Type': 'text/css' }).end(css);
      response.writeHead(200, { 'Content-Type': 'text/html', ...(policy && { 'Content-Security-Policy': policy }) });
      response.end(`<!doctype html><html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Autohaus am Ort</title>
        ${policy ? '' : '<link rel="icon" href="data:,">'}<link rel="stylesheet" href="/page.css">${head}</head><body>${body}</body></html>`);
    });
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
