// Every gameplay number, with its unit. Server, client and bots read this one file.
// Bare numbers are world units, u/s or table steps as the comment says. Only exact operations here: the
// simulation is deterministic across engines and this file is part of it.

/** Simulation ticks, and commands of a player, in a second. */
export const TICK_HZ = 60;
/** Length of a tick in seconds. */
export const TICK_S = 1 / TICK_HZ;
/** Length of a tick in milliseconds. */
export const TICK_MS = 1000 / TICK_HZ;
/** A patch of the state goes out every so many ticks. */
export const PATCH_EVERY_TICKS = 2;

/** Edge of a map's tile. */
export const TILE = 48;
/** Steps of the position and velocity grid in a unit: what is kept is what is sent. A power of two, so snapping is exact. */
export const GRID = 16;
/** Seats in a match. */
export const MAX_PUCKS = 16;
/** Those who may watch a match besides its players. */
export const MAX_SPECTATORS = 32;
/** Bolts alive at once: a full puck has at most 3 + 150 / 36 in the air. */
export const MAX_BOLTS = 128;

export const PUCK = {
  radius: 22,
  health: 100,
  /** u/s */
  topSpeed: 350,
  /** Share of the way to the wanted velocity gone in a tick: 90 % in 7 ticks, 1 - 0.1^(1/7). */
  acceleration: 0.28,
  /** u/s lost in a tick without a stick: 12 ticks from top speed to rest. */
  friction: 350 / 12,
  /** Stick values run from -stickMax to stickMax. */
  stickMax: 127,
  spawnShieldTicks: 60,
  respawnTicks: 90,
} as const;

export const DASH = {
  /** u/s */
  speed: 950,
  ticks: 10,
  charges: 2,
  chargeTicks: 108,
} as const;

export const PARRY = {
  ticks: 10,
  /** Cosine of the 60 degrees either side of the aim in which a bolt is caught. */
  arcCos: 0.5,
  /** Cooldown after the window when it caught nothing, and when it did. */
  missCooldownTicks: 54,
  catchCooldownTicks: 12,
  /** A caught bolt leaves faster by this factor. */
  speedFactor: 1.15,
} as const;

export const ENERGY = {
  /** Bolts that a full puck can fire. */
  charges: 3,
  chargeTicks: 36,
  /** At least so many ticks from shot to shot. */
  shotTicks: 10,
} as const;

export const BOLT = {
  /** Against walls a square of this half extent, against pucks a circle of this radius. */
  half: 8,
  /** u/s at level 0 */
  speed: 760,
  /** Faster by this factor a level. */
  levelFactor: 1.12,
  /** u/s */
  maxSpeed: 1600,
  lifeTicks: 150,
  /** On maps wider than `largeCols` tiles. */
  largeLifeTicks: 180,
  largeCols: 40,
  /** The contact with a wall that ends it. */
  lastContact: 4,
  maxLevel: 3,
  /** Units of flight since the muzzle or the last bounce that counted, before a bounce counts. */
  countedRun: 96,
  /** By level: so many quarters of a puck. */
  damage: [25, 50, 75, 100],
  /** Own bolts are harmless for so many ticks, and until their first contact. */
  ownHarmlessTicks: 15,
  ownDamageFactor: 0.5,
} as const;

export const FFA = {
  scoreLimit: 20,
  timeLimitTicks: 4 * 60 * TICK_HZ,
  killPoints: 1,
  /** For a kill with a bolt of so many bounces or more. */
  bankBounces: 2,
  bankPoints: 2,
  suicidePoints: -1,
} as const;

/** Points of team deathmatch are those of free-for-all. */
export const TEAMS = {
  scoreLimit: 50,
  timeLimitTicks: 5 * 60 * TICK_HZ,
  /** A tie at the end is played on until somebody leads, for so long at most. */
  overtimeTicks: 60 * TICK_HZ,
} as const;

export const FLAGS = {
  /** Captures. */
  scoreLimit: 5,
  timeLimitTicks: 6 * 60 * TICK_HZ,
  /** Sudden death. */
  overtimeTicks: 2 * 60 * TICK_HZ,
  /** A puck whose centre is this near to a flag touches it. */
  touch: 48,
  /** A dropped flag goes home by itself. */
  returnTicks: 12 * TICK_HZ,
  /** What a capture and a return are worth to the puck. */
  capturePoints: 5,
  returnPoints: 1,
} as const;

export const HILL = {
  /** Seconds held. */
  scoreLimit: 60,
  timeLimitTicks: 5 * 60 * TICK_HZ,
  overtimeTicks: 60 * TICK_HZ,
  /** The zone moves each so often. */
  moveTicks: 45 * TICK_HZ,
} as const;

export const LAST = {
  rounds: 7,
  /** More of them while several lead. */
  extraRounds: 3,
  roundTicks: 75 * TICK_HZ,
  /** The arena closes in between these ticks of a round, down to this share of its sides. */
  closeFromTicks: 12 * TICK_HZ,
  closeToTicks: 60 * TICK_HZ,
  leastShare: 0.2,
  /** Outside it hurts by so much, so often. */
  burnDamage: 8,
  burnTicks: 30,
  /** From the end of a round to the pucks' places in the next, and from there to its start. */
  pauseTicks: 2 * TICK_HZ,
  readyTicks: 2 * TICK_HZ,
} as const;

/** Slick floor: shares and losses as in PUCK. */
export const SLICK = {
  acceleration: 0.05,
  friction: 350 / 96,
} as const;

export const BUMPER = {
  /** u/s away from it that a puck leaves with. */
  kick: 640,
  /** Levels that a counted bounce adds. */
  levels: 2,
} as const;

export const PICKUP = {
  /** A puck whose centre is this near takes it. */
  touch: 44,
  repairHealth: 50,
  repairTicks: 15 * TICK_HZ,
  /** Shots that leave the muzzle at `overchargeLevel`. */
  overchargeShots: 3,
  overchargeLevel: 1,
  overchargeTicks: 25 * TICK_HZ,
  /** Hits that a shield takes. */
  shieldHits: 1,
  shieldTicks: 20 * TICK_HZ,
} as const;

export const MATCH = {
  countdownTicks: 3 * TICK_HZ,
  /** Results stay on the screen for so long before the next match. */
  resultsTicks: 12 * TICK_HZ,
  /** Free play without enough pucks goes on to another map after so long. */
  waitingTicks: 5 * 60 * TICK_HZ,
} as const;

/** A player who does nothing is warned, then moved to the spectators. */
export const IDLE = {
  warnTicks: 45 * TICK_HZ,
  leaveTicks: 60 * TICK_HZ,
} as const;

export const RESPAWN = {
  /** A spawn point in sight of an enemy counts as this share of its distance. */
  seenShare: 0.4,
  /** Distances beyond this are all equally safe, so that far corners do not always win. */
  far: 900,
  /** Spread of the seeded choice among equals, in units. */
  spread: 60,
} as const;

/** A death by one's own bolt counts for whoever hit last within so many ticks. */
export const ASSIST_TICKS = 5 * TICK_HZ;

/** How the server takes a player's commands; see server/rooms/commandGate.ts. */
export const COMMANDS = {
  /** An empty queue holds the puck unstepped for so many ticks, then it coasts. */
  holdTicks: 9,
  /** No window of time holds more steps than its ticks plus this. */
  bucketSteps: 15,
  /** A longer queue is taken two at a time. */
  longQueue: 4,
  /** A queue never shorter than 2 over so many ticks is trimmed by one. */
  trimTicks: 30,
  /** The client stops sending at so many unacknowledged commands. */
  maxUnacknowledged: 30,
  /** Commands that wait at most; older ones are dropped. */
  bufferSize: 64,
  /** Messages of any kind a second before a client is closed. */
  maxMessagesPerSecond: 240,
} as const;

/** A dropped player's puck waits for so long. */
export const RECONNECT_S = 30;
