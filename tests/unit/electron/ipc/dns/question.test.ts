import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createQuestions } from "../../../../../electron/ipc/dns/question.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("a question", () => {
  it("takes one answer", async () => {
    const questions = createQuestions();
    const asked = questions.ask(10);
    expect(questions.answer(true)).toBe(true);
    expect(questions.answer(false)).toBe(false);
    expect(await asked).toBe("yes");
  });

  it("that nobody answers ends as such at its time, not before", async () => {
    const questions = createQuestions();
    const heard = vi.fn<(answered: string) => void>();
    void questions.ask(10).then(heard);
    await vi.advanceTimersByTimeAsync(9_900);
    expect(heard).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(200);
    expect(heard).toHaveBeenCalledWith("no-answer");
  });

  it("that is prolonged counts from then", async () => {
    const questions = createQuestions();
    const heard = vi.fn<(answered: string) => void>();
    void questions.ask(10).then(heard);
    await vi.advanceTimersByTimeAsync(9_000);
    expect(questions.extend(60)).toBe(true);
    await vi.advanceTimersByTimeAsync(59_000);
    expect(heard).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(heard).toHaveBeenCalledWith("no-answer");
    expect(questions.extend(1)).toBe(false);
  });
});
