/** Gives this process and its children a temporary folder of their own that ends with it, in memory where there is room. */
export declare function takeScratchFolder(): void;
