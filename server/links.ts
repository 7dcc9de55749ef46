// Under which addresses people reach this server: for those who start it, and for the links that people share.

import type { IncomingMessage } from 'node:http';
import { networkInterfaces } from 'node:os';
import type { Config } from './config.ts';

type Reach = Pick<Config, 'PUBLIC_URL' | 'HOST' | 'TLS_CERT'>;

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/i;
/** Bridges of virtual machines and containers: nobody else is on them. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet)/;

/** Addresses under which others in the local network reach this machine. */
export function lanAddresses(): string[] {
  const all = Object.entries(networkInterfaces()).flatMap(([name, list = []]) => (VIRTUAL.test(name) ? [] : list));
  return all.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address);
}

const isEverywhere = ({ HOST }: Reach): boolean => HOST === '0.0.0.0' || HOST === '::';
const linkTo = ({ TLS_CERT }: Reach, host: string, port: number): string => `${TLS_CERT ? 'https' : 'http'}://${host}:${port}/`;

/** All links to the page, the machine's own first. */
export function links(config: Reach, port: number): string[] {
  if (config.PUBLIC_URL) return [config.PUBLIC_URL];
  const hosts = isEverywhere(config) ? ['localhost', ...lanAddresses()] : [config.HOST];
  return hosts.map((host) => linkTo(config, host, port));
}

/** The link that others can use: the public one, else one that leads here over the local network. */
export function sharedLink(config: Reach, port: number): string {
  const all = links(config, port);
  return all[1] ?? (all[0] as string);
}

/**
 * What a page had better share in place of its own address: PUBLIC_URL, or for one that was opened on this very machine the
 * address in the local network. Nothing when its own is as good as any.
 */
export function betterLink(config: Reach, { headers, socket }: IncomingMessage): string | undefined {
  if (config.PUBLIC_URL) return config.PUBLIC_URL;
  const here = LOOPBACK.test(headers.host ?? '');
  return here && isEverywhere(config) && lanAddresses().length > 0 ? sharedLink(config, socket.localPort ?? 0) : undefined;
}
