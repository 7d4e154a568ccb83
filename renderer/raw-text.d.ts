declare module "*?raw" {
  const text: string;
  // oxlint-disable-next-line import/no-default-export -- the bundler gives a file's text as its default export
  export default text;
}
