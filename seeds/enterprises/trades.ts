/** A trade of the invented city: what its firms are called, how large they get, and which records they leave. */
export type Trade = {
  readonly weight: number;
  /** GB/T 4754-2017. */
  readonly industryCode: string;
  /** The word of the trade in a firm's name. */
  readonly word: string;
  /** Yearly sales of a middling firm, in 万元, and what one employee turns over. */
  readonly salesWan: number;
  readonly salesPerHeadWan: number;
  /** VAT inside the price, in basis points of the price without it. */
  readonly vatBps: number;
  /** Electricity for 10,000 yuan of sales. */
  readonly kwhPerWan: number;
  readonly traits: readonly ('makes' | 'exports' | 'farms' | 'invents' | 'tenders' | 'usesGas' | 'food' | 'builds' | 'moves')[];
};

const trade = (
  weight: number,
  industryCode: string,
  word: string,
  [salesWan, salesPerHeadWan, vatBps, kwhPerWan]: readonly [number, number, number, number],
  ...traits: Trade['traits']
): Trade => ({ weight, industryCode, word, salesWan, salesPerHeadWan, vatBps, kwhPerWan, traits });

/** The mix leans to what the region makes: heavy machinery, chemicals, food and liquor, farming, and trade around them. */
export const trades: readonly Trade[] = [
  trade(14, '3412', '机械制造', [1_800, 55, 1_300, 180], 'makes', 'invents', 'exports'),
  trade(10, '3484', '精密零部件', [1_100, 48, 1_300, 210], 'makes', 'invents', 'exports'),
  trade(7, '3813', '电气设备', [2_200, 60, 1_300, 120], 'makes', 'invents', 'exports', 'tenders'),
  trade(5, '3311', '金属结构', [1_600, 58, 1_300, 260], 'makes', 'tenders'),
  trade(5, '2651', '新材料', [2_600, 75, 1_300, 480], 'makes', 'invents', 'usesGas', 'exports'),
  trade(5, '1512', '酒业', [900, 50, 1_300, 90], 'makes', 'food', 'usesGas'),
  trade(6, '1399', '食品', [1_300, 52, 1_300, 150], 'makes', 'food', 'usesGas'),
  trade(4, '2710', '医药', [2_000, 62, 1_300, 160], 'makes', 'invents', 'usesGas'),
  trade(6, '0141', '生态农业', [260, 24, 900, 40], 'farms', 'food'),
  trade(4, '0313', '养殖', [420, 32, 900, 70], 'farms', 'food'),
  trade(9, '5165', '建材贸易', [1_500, 160, 1_300, 8], 'tenders'),
  trade(8, '5175', '机电设备销售', [1_200, 140, 1_300, 8]),
  trade(7, '5211', '商贸', [380, 70, 1_300, 30], 'food'),
  trade(6, '6210', '餐饮管理', [240, 18, 600, 120], 'food', 'usesGas'),
  trade(6, '5431', '物流', [900, 45, 900, 12], 'moves'),
  trade(5, '4790', '建筑工程', [2_400, 65, 900, 15], 'builds', 'tenders'),
  trade(6, '6513', '软件', [420, 38, 600, 12], 'invents', 'tenders'),
  trade(4, '7320', '技术服务', [360, 36, 600, 18], 'invents', 'tenders'),
  trade(4, '7263', '人力资源服务', [520, 60, 600, 8], 'tenders'),
];
