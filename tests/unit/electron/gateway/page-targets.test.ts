import { describe, expect, it } from "vitest";
import { pageTargets } from "../../../../electron/gateway/page-targets.ts";

describe("where a page sends its visitor", () => {
  it("reads a refresh, a frame and a line of script", () => {
    expect(pageTargets("<meta http-equiv='refresh' content='1; url=http://Portal.test/login?cmd=a'>")).toEqual([
      "http://portal.test/login?cmd=a",
    ]);
    expect(pageTargets('<iframe id=x src="http://10.10.34.35?type=a" width=1></iframe>')).toEqual([
      "http://10.10.34.35?type=a",
    ]);
    expect(pageTargets('<script>window.location.href = "http://a.test/x"</script>')).toEqual(["http://a.test/x"]);
    expect(pageTargets('<script>location.replace("http://a.test/y")</script>')).toEqual(["http://a.test/y"]);
  });

  it("leaves out a page that has something to say, and a large one", () => {
    const frame = '<iframe src="http://a.test/"></iframe>';
    expect(pageTargets(`${frame}<p>${"word ".repeat(60)}</p>`)).toEqual([]);
    expect(pageTargets(frame + " ".repeat(4_000))).toEqual([]);
    expect(pageTargets("<p>Hello</p>")).toEqual([]);
  });
});
