import type { App, Clock, Ctx } from "../context.js";
import type { Chance } from "./chance.js";

/** A clock that goes where the story is. */
export class StoryClock implements Clock {
  constructor(private at: Date) {}
  now(): Date {
    return new Date(this.at);
  }
  set(at: number): void {
    this.at = new Date(at);
  }
}

/** What the demo is made with. */
export interface DemoDesk {
  readonly app: App & { readonly clock: StoryClock };
  readonly chance: Chance;
  /** When the story ends, in ms. */
  readonly today: number;
  /** What a request of this user works with; null: of nobody. */
  actAs(userId: string | null): Promise<Ctx>;
  /** Lets the background work of this name do all that is due. */
  work(worker: string): Promise<void>;
}

export const days = (count: number): number => count * 24 * 60 * 60_000;

/** What is going to happen, done in the order of time, each with the clock at its own; what happens may plan more. */
export class Calendar {
  #plans: { at: number; happen: () => Promise<void> }[] = [];

  plan(at: number, happen: () => Promise<void>): void {
    this.#plans.push({ at, happen });
  }

  async liveThrough(clock: StoryClock): Promise<void> {
    for (;;) {
      this.#plans.sort((a, b) => a.at - b.at);
      const next = this.#plans.shift();
      if (!next) return;
      clock.set(next.at);
      await next.happen();
    }
  }
}
