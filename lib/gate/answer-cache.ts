import { LRUCache } from "lru-cache";
import type { Answer } from "@/lib/gate/answer";

const ANSWERS_MAX = 20_000;
/** Payloads have up to 8 KB; so many characters in all. */
const CHARACTERS_MAX = 32 * 1024 * 1024;

/**
 * Answers of the last seconds. They are given out only while changes are heard of, so that an edit is seen at once;
 * when they are not, everything is looked up, and what is kept still helps while the database is away.
 * Equal questions at the same time are looked up once.
 */
export class AnswerCache {
  readonly #answers: LRUCache<string, Answer>;
  #underWay = new Map<string, Promise<Answer>>();
  #isHearing = false;

  constructor(answersMax = ANSWERS_MAX) {
    this.#answers = new LRUCache({
      max: answersMax,
      maxSize: CHARACTERS_MAX,
      sizeCalculation: ({ body }) => body.length + 1,
    });
  }

  get size(): number {
    return this.#answers.size;
  }

  /** The kept answer, if it may go out unasked. */
  find(key: string): Answer | undefined {
    return this.#isHearing ? this.#findGood(key) : undefined;
  }

  /** Looks up what is not kept, together with whoever asks for the same. */
  ask(key: string, look: () => Promise<Answer>): Promise<Answer> {
    const underWay = this.#underWay;
    const first = underWay.get(key);
    if (first) return first;
    const asked = this.#ask(key, look);
    underWay.set(key, asked);
    return asked;
  }

  /** Something changed: forgets all, also what is being looked up and may be too old. */
  forget(): void {
    this.#answers.clear();
    this.#underWay = new Map();
  }

  /** Changes are heard of from now on; of those before nobody knows. */
  startHearing(): void {
    this.forget();
    this.#isHearing = true;
  }

  /** Changes are heard of no more. */
  stopHearing(): void {
    this.#isHearing = false;
    this.#underWay = new Map();
  }

  async #ask(key: string, look: () => Promise<Answer>): Promise<Answer> {
    const underWay = this.#underWay;
    try {
      const answer = await look();
      const isCurrent = this.#isHearing && underWay === this.#underWay;
      if (isCurrent && answer.goodUntilMs > performance.now()) this.#answers.set(key, answer);
      return answer;
    } catch (error) {
      const kept = this.#findGood(key);
      if (kept) return kept;
      throw error;
    } finally {
      underWay.delete(key);
    }
  }

  #findGood(key: string): Answer | undefined {
    const answer = this.#answers.get(key);
    return answer && answer.goodUntilMs > performance.now() ? answer : undefined;
  }
}
