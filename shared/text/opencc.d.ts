/** opencc-js types its presets but not its raw dictionaries: pairs "a b", joined by "|". */
declare module 'opencc-js/dict/*' {
  const dictionary: string;
  export default dictionary;
}
