// What the store keeps, as plain data. Times are milliseconds since 1970. No address is among it: only its salted hash.

/** Who is kept away from what: from playing (ban) or from talking (mute). */
export interface SanctionFields {
  kind: 'ban' | 'mute';
  /** Of whom; empty where only the address is known, or when they had deleted what was kept of them. */
  identity: string;
  /** The salted hash of their address; empty where unknown. */
  address: string;
  /** The name that they went by, for the operator's list. */
  name: string;
  /** Told to the person. */
  reason: string;
  /** 'operator', or the identity of a host. */
  by: string;
  at: number;
  until: number;
}

export interface Sanction extends SanctionFields {
  id: number;
}

/** A line about what somebody with power did. */
export interface AuditFields {
  /** 'operator', 'server', or an identity. */
  by: string;
  /** Such as 'kick', 'ban', 'lift'. */
  action: string;
  /** Room code; empty for none. */
  room: string;
  /** The identity that it was done to; empty for none. */
  target: string;
  /** A sentence for people. */
  detail: string;
}

export interface AuditLine extends AuditFields {
  id: number;
  at: number;
}

/** What is kept of a person, as told to themselves. */
export interface KeptOfPerson {
  madeAt: number;
  seenAt: number;
  /** People that they do not want to read. */
  ignores: number;
  sanctions: Pick<Sanction, 'kind' | 'reason' | 'until'>[];
}

/** A running match, kept so that a restarted server can go on with it. */
export interface KeptMatch {
  code: string;
  at: number;
  /** JSON; what it means is the rooms' business. */
  body: string;
}
