import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { rateLimited } from "../http/refusals.js";

/** `points` in `duration` seconds, counted per key in this process. */
export interface Budget {
  /** Takes `cost` points; throws RATE_LIMITED when they are used up. */
  spend(key: string, cost?: number): Promise<void>;
  /** Forgets what was counted. */
  clear(key: string): Promise<void>;
  /** Gives points back. */
  refund(key: string, cost?: number): Promise<void>;
}

export function makeBudget(points: number, duration: number): Budget {
  const limiter = new RateLimiterMemory({ points, duration });
  return {
    async spend(key, cost = 1) {
      try {
        await limiter.consume(key, cost);
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) throw rateLimited(Math.ceil(refusal.msBeforeNext / 1_000));
        throw refusal;
      }
    },
    async clear(key) {
      await limiter.delete(key);
    },
    async refund(key, cost = 1) {
      await limiter.reward(key, cost);
    },
  };
}

/** Every budget of the process: one place to read them all. */
export interface Throttle {
  /** Failed sign-ins per account and client address. */
  readonly signInByAddress: Budget;
  /** Failed sign-ins per account from browsers that never signed in as it. */
  readonly signInByStrangers: Budget;
  /** Failed sign-ins per account and browser that once signed in as it: a stranger uses up nothing of it. */
  readonly signInByDevice: Budget;
  /** Failed sign-ins per client address over all accounts. */
  readonly signInFromAddress: Budget;
  /** Wrong present passwords of somebody who changes the password or the address, per account. */
  readonly presentPassword: Budget;
  /** Forgotten passwords per client address, whoever's they are. */
  readonly resetsFromAddress: Budget;
  /** Mails about a forgotten password per account: nobody's mailbox is filled by a stranger. */
  readonly resetsOfAccount: Budget;
  /** Changes of address that are asked for, per asker: each sends a mail, and tells whether an address is taken. */
  readonly emailChanges: Budget;
  /** Identities that somebody submits: each tells whether a number is registered already. */
  readonly submissions: Budget;
  /** Exports of one's own data, per user: each reads all that there is. */
  readonly ownData: Budget;
  /** Wrong setup codes per client address. */
  readonly setup: Budget;
  /** Links that do not work per client address, uses of one that does per link; secrets have 256 bits, so this only bounds the work. */
  readonly links: Budget;
  /** Addresses and usernames asked about, per asker. */
  readonly availability: Budget;
}

export function makeThrottle(): Throttle {
  const quarter = 15 * 60;
  return {
    signInByAddress: makeBudget(10, quarter),
    signInByStrangers: makeBudget(50, quarter),
    signInByDevice: makeBudget(10, quarter),
    signInFromAddress: makeBudget(200, quarter),
    presentPassword: makeBudget(10, quarter),
    resetsFromAddress: makeBudget(30, quarter),
    resetsOfAccount: makeBudget(5, 60 * 60),
    emailChanges: makeBudget(100, 60 * 60),
    submissions: makeBudget(30, 60 * 60),
    ownData: makeBudget(20, 60 * 60),
    setup: makeBudget(20, quarter),
    links: makeBudget(600, quarter),
    availability: makeBudget(200_000, 60 * 60),
  };
}
