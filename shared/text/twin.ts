/** A catalogue with exactly the keys of another: how a translation proves that it lacks none and adds none. */
export type Twin<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string ? string : Twin<Source[Key]>;
};
