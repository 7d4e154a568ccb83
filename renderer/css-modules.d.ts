declare module "*.module.css" {
  const classes: Readonly<Record<string, string>>;
  // oxlint-disable-next-line import/no-default-export -- the bundler gives a style sheet's class names as its default export
  export default classes;
}
declare module "*.css" {}
