export declare class ProxyAgent {
  readonly options: object;
}
export declare function fetch(url: string): never;
