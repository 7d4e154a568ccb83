/** 128 + SIGPIPE: what a shell sees of a program whose reader went away (POSIX shells' convention). */
const READER_GONE = 141;
/** EX_IOERR of sysexits.h: the answer could not be written. */
const CANNOT_WRITE = 74;

/**
 * Ends the program when its output cannot be written: quietly when the reader stopped early (`| head`), with one
 * sentence otherwise (a full disk). Never with a code that means "healthy" or "problem found".
 */
export function endOnOutputErrors(output: NodeJS.WriteStream, exit: (code: number) => void): void {
  output.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") {
      process.stderr.write(`The answer could not be written (${error.code ?? "unknown error"}).\n`);
    }
    exit(error.code === "EPIPE" ? READER_GONE : CANNOT_WRITE);
  });
}
