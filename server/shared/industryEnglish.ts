/**
 * The groups and classes of 国民经济行业分类 GB/T 4754-2017 in English, which the standard does not give: near the words of China's
 * statistics and of ISIC Rev. 4. A line is a group, then its classes, each with the one digit it adds; "0 =" is the class that
 * has the name of its group.
 */
export const industryEnglish = `
011 Cereal growing; 1 Rice growing; 2 Wheat growing; 3 Maize growing; 9 Other cereal growing
012 Growing of legumes, oil crops and tubers; 1 Legume growing; 2 Oil crop growing; 3 Tuber growing
013 Growing of cotton, bast fibres, sugar crops and tobacco; 1 Cotton growing; 2 Bast fibre growing; 3 Sugar crop growing; 4 Tobacco growing
014 Growing of vegetables, edible fungi and horticultural crops; 1 Vegetable growing; 2 Edible fungus growing; 3 Flower growing; 9 Growing of other horticultural crops
015 Fruit growing; 1 Growing of pome fruits and stone fruits; 2 Grape growing; 3 Citrus fruit growing; 4 Growing of bananas and other subtropical fruits; 9 Other fruit growing
016 Growing of nuts, oleaginous fruits, spice and beverage crops; 1 Nut growing; 2 Oleaginous fruit growing; 3 Spice crop growing; 4 Tea growing; 9 Growing of other beverage crops
017 Growing of Chinese medicinal materials; 1 Growing of Chinese medicinal herbs; 9 Growing of other Chinese medicinal materials
018 Grass growing and mowing; 1 Grass growing; 2 Mowing of natural grassland
019 Other crop farming; 0 =
021 Forest tree breeding and seedling raising; 1 Forest tree breeding; 2 Forest tree seedling raising
022 Afforestation and forest regeneration; 0 =
023 Forest management, protection and improvement; 1 Forest management and protection; 2 Forest improvement
024 Logging and transport of timber and bamboo; 1 Logging and transport of timber; 2 Cutting and transport of bamboo
025 Gathering of forest products; 1 Gathering of wood and bamboo forest products; 2 Gathering of non-wood and non-bamboo forest products
031 Livestock raising; 1 Cattle raising; 2 Horse raising; 3 Pig raising; 4 Sheep and goat raising; 5 Camel raising; 9 Other livestock raising
032 Poultry raising; 1 Chicken raising; 2 Duck raising; 3 Goose raising; 9 Other poultry raising
033 Hunting and trapping of animals; 0 =
039 Other animal husbandry; 1 Rabbit raising; 2 Beekeeping; 9 Other animal husbandry not elsewhere classified
041 Aquaculture; 1 Marine aquaculture; 2 Inland aquaculture
042 Fishing; 1 Marine fishing; 2 Inland fishing
051 Support activities for crop farming; 1 Seed and seedling cultivation; 2 Agricultural machinery services; 3 Irrigation services; 4 Primary processing of agricultural products; 5 Crop disease and pest control; 9 Other support activities for crop farming
052 Support activities for forestry; 1 Forest pest control; 2 Forest fire prevention; 3 Primary processing of forest products; 9 Other support activities for forestry
053 Support activities for animal husbandry; 1 Breeding of improved livestock varieties; 2 Livestock and poultry manure treatment; 9 Other support activities for animal husbandry
054 Support activities for fishery; 1 Fish fry and fingerling farms; 9 Other support activities for fishery
061 Mining and washing of bituminous coal and anthracite; 0 =
062 Mining and washing of lignite; 0 =
069 Other coal mining and dressing; 0 =
071 Extraction of petroleum; 1 Onshore petroleum extraction; 2 Offshore petroleum extraction
072 Extraction of natural gas; 1 Onshore natural gas extraction; 2 Offshore natural gas and gas hydrate extraction
081 Mining and dressing of iron ores; 0 =
082 Mining and dressing of manganese and chromium ores; 0 =
089 Mining and dressing of other ferrous metal ores; 0 =
091 Mining and dressing of common non-ferrous metal ores; 1 Mining and dressing of copper ores; 2 Mining and dressing of lead and zinc ores; 3 Mining and dressing of nickel and cobalt ores; 4 Mining and dressing of tin ores; 5 Mining and dressing of antimony ores; 6 Mining and dressing of aluminium ores; 7 Mining and dressing of magnesium ores; 9 Mining and dressing of other common non-ferrous metal ores
092 Mining and dressing of precious metal ores; 1 Mining and dressing of gold ores; 2 Mining and dressing of silver ores; 9 Mining and dressing of other precious metal ores
093 Mining and dressing of rare and rare earth metal ores; 1 Mining and dressing of tungsten and molybdenum ores; 2 Mining and dressing of rare earth metal ores; 3 Mining and dressing of radioactive metal ores; 9 Mining and dressing of other rare metal ores
101 Quarrying of stone, sand and clay; 1 Quarrying of limestone and gypsum; 2 Quarrying of building and ornamental stone; 3 Quarrying of refractory earth and stone; 9 Quarrying of clay and other earth, sand and stone
102 Mining of chemical minerals; 0 =
103 Extraction of salt; 0 =
109 Mining and dressing of asbestos and other non-metallic ores; 1 Mining and dressing of asbestos and mica; 2 Mining and dressing of graphite and talc; 3 Mining and dressing of gemstones and jade; 9 Mining and dressing of other non-metallic ores not elsewhere classified
111 Support activities for coal mining and washing; 0 =
112 Support activities for petroleum and natural gas extraction; 0 =
119 Support activities for other mining; 0 =
120 Other mining; 0 =
131 Grain milling; 1 Rice processing; 2 Wheat processing; 3 Maize processing; 4 Coarse grain processing; 9 Other grain milling
132 Feed processing; 1 Pet food processing; 9 Other feed processing
133 Vegetable oil processing; 1 Edible vegetable oil processing; 2 Non-edible vegetable oil processing
134 Manufacture of sugar; 0 =
135 Slaughtering and meat processing; 1 Livestock slaughtering; 2 Poultry slaughtering; 3 Processing of meat products and by-products
136 Processing of aquatic products; 1 Freezing of aquatic products; 2 Processing of surimi and dried or cured aquatic products; 3 Fish oil extraction and manufacture of fish oil products; 9 Other processing of aquatic products
137 Processing of vegetables, fungi, fruits and nuts; 1 Vegetable processing; 2 Edible fungus processing; 3 Fruit and nut processing
139 Processing of other agricultural and sideline food; 1 Manufacture of starch and starch products; 2 Manufacture of soybean products; 3 Egg product processing; 9 Processing of other agricultural and sideline food not elsewhere classified
141 Manufacture of bakery products; 1 Manufacture of pastries and bread; 9 Manufacture of biscuits and other bakery products
142 Manufacture of confectionery, chocolate and candied fruit; 1 Manufacture of confectionery and chocolate; 2 Manufacture of candied fruit
143 Manufacture of convenience food; 1 Manufacture of rice and flour products; 2 Manufacture of quick-frozen food; 3 Manufacture of instant noodles; 9 Manufacture of other convenience food
144 Manufacture of dairy products; 1 Manufacture of liquid milk; 2 Manufacture of milk powder; 9 Manufacture of other dairy products
145 Manufacture of canned food; 1 Manufacture of canned meat and poultry; 2 Manufacture of canned aquatic products; 3 Manufacture of canned vegetables and fruits; 9 Manufacture of other canned food
146 Manufacture of condiments and fermented products; 1 Manufacture of monosodium glutamate; 2 Manufacture of soy sauce, vinegar and similar products; 9 Manufacture of other condiments and fermented products
149 Manufacture of other food; 1 Manufacture of nutritional food; 2 Manufacture of health food; 3 Manufacture of frozen confections and edible ice; 4 Salt processing; 5 Manufacture of food and feed additives; 9 Manufacture of other food not elsewhere classified
151 Manufacture of alcohol and alcoholic beverages; 1 Manufacture of alcohol; 2 Manufacture of baijiu (Chinese spirits); 3 Manufacture of beer; 4 Manufacture of huangjiu (yellow rice wine); 5 Manufacture of grape wine; 9 Manufacture of other alcoholic beverages
152 Manufacture of soft drinks; 1 Manufacture of carbonated drinks; 2 Manufacture of bottled and canned drinking water; 3 Manufacture of fruit and vegetable juices and juice drinks; 4 Manufacture of milk drinks and vegetable protein drinks; 5 Manufacture of solid beverages; 9 Manufacture of tea drinks and other soft drinks
153 Processing of refined tea; 0 =
161 Redrying of tobacco leaves; 0 =
162 Manufacture of cigarettes; 0 =
169 Manufacture of other tobacco products; 0 =
171 Cotton spinning, weaving, printing, dyeing and finishing; 1 Cotton spinning; 2 Cotton weaving; 3 Cotton printing, dyeing and finishing
172 Wool spinning, weaving, dyeing and finishing; 1 Wool top and wool yarn processing; 2 Wool weaving; 3 Wool dyeing and finishing
173 Bast fibre spinning, weaving, dyeing and finishing; 1 Bast fibre preparation and spinning; 2 Bast fibre weaving; 3 Bast fibre dyeing and finishing
174 Silk reeling, weaving, printing, dyeing and finishing; 1 Silk reeling; 2 Silk spinning and weaving; 3 Silk printing, dyeing and finishing
175 Chemical fibre weaving, printing, dyeing and finishing; 1 Chemical fibre weaving; 2 Chemical fibre fabric dyeing and finishing
176 Manufacture of knitted or crocheted fabrics and articles; 1 Knitting or crocheting of fabrics; 2 Printing, dyeing and finishing of knitted or crocheted fabrics; 3 Manufacture of knitted or crocheted articles
177 Manufacture of household textile articles; 1 Manufacture of bedding; 2 Manufacture of towels and towelling products; 3 Manufacture of curtains and soft furnishings; 9 Manufacture of other household textile articles
178 Manufacture of industrial textile articles; 1 Manufacture of nonwoven fabrics; 2 Manufacture of cordage, rope and cable; 3 Manufacture of webbing and tyre cord fabrics; 4 Manufacture of tarpaulins and canvas; 9 Manufacture of other industrial textile articles
181 Manufacture of woven apparel; 1 Manufacture of woven sportswear; 9 Manufacture of other woven apparel
182 Manufacture of knitted or crocheted apparel; 1 Manufacture of knitted sportswear and leisurewear; 9 Manufacture of other knitted or crocheted apparel
183 Manufacture of clothing accessories; 0 =
191 Leather tanning; 0 =
192 Manufacture of leather products; 1 Manufacture of leather apparel; 2 Manufacture of leather suitcases and bags; 3 Manufacture of leather gloves and leather ornaments; 9 Manufacture of other leather products
193 Fur dressing and manufacture of fur products; 1 Fur dressing; 2 Manufacture of fur apparel; 9 Manufacture of other fur products
194 Feather and down processing and products; 1 Feather and down processing; 2 Manufacture of feather and down products
195 Manufacture of footwear; 1 Manufacture of textile footwear; 2 Manufacture of leather footwear; 3 Manufacture of plastic footwear; 4 Manufacture of rubber footwear; 9 Manufacture of other footwear
201 Wood processing; 1 Sawn timber processing; 2 Wood chip processing; 3 Veneer processing; 9 Other wood processing
202 Manufacture of wood-based panels; 1 Manufacture of plywood; 2 Manufacture of fibreboard; 3 Manufacture of particleboard; 9 Manufacture of other wood-based panels
203 Manufacture of wood products; 1 Manufacture of construction timber and wood components; 2 Manufacture of wooden doors and windows; 3 Manufacture of wooden stairs; 4 Manufacture of wood flooring; 5 Manufacture of wooden containers; 9 Manufacture of cork products and other wood products
204 Manufacture of bamboo, rattan, palm and straw products; 1 Manufacture of bamboo products; 2 Manufacture of rattan products; 3 Manufacture of palm fibre products; 9 Manufacture of straw and other products
211 Manufacture of wooden furniture; 0 =
212 Manufacture of bamboo and rattan furniture; 0 =
213 Manufacture of metal furniture; 0 =
214 Manufacture of plastic furniture; 0 =
219 Manufacture of other furniture; 0 =
221 Manufacture of pulp; 1 Manufacture of wood and bamboo pulp; 2 Manufacture of non-wood and non-bamboo pulp
222 Manufacture of paper; 1 Manufacture of machine-made paper and paperboard; 2 Manufacture of handmade paper; 3 Manufacture of converted paper
223 Manufacture of paper products; 1 Manufacture of paper and paperboard containers; 9 Manufacture of other paper products
231 Printing; 1 Printing of books, newspapers and periodicals; 2 Printing of notebooks and albums; 9 Packaging and decoration printing and other printing
232 Binding and printing-related services; 0 =
233 Reproduction of recorded media; 0 =
241 Manufacture of cultural, educational and office supplies; 1 Manufacture of stationery; 2 Manufacture of pens and pencils; 3 Manufacture of teaching models and teaching aids; 4 Manufacture of ink and Chinese ink; 9 Manufacture of other cultural, educational and office supplies
242 Manufacture of musical instruments; 1 Manufacture of Chinese musical instruments; 2 Manufacture of Western musical instruments; 3 Manufacture of electronic musical instruments; 9 Manufacture of other musical instruments and parts
243 Manufacture of arts and crafts and ceremonial articles; 1 Manufacture of carved and sculpted crafts; 2 Manufacture of metal crafts; 3 Manufacture of lacquerware crafts; 4 Manufacture of flower and picture crafts; 5 Manufacture of woven crafts of natural plant fibres; 6 Manufacture of drawnwork and embroidery crafts; 7 Manufacture of carpets and tapestries; 8 Manufacture of jewellery and related articles; 9 Manufacture of other arts and crafts and ceremonial articles
244 Manufacture of sports goods; 1 Manufacture of balls for sports; 2 Manufacture of specialised sports equipment and accessories; 3 Manufacture of fitness equipment; 4 Manufacture of sports protective gear; 9 Manufacture of other sports goods
245 Manufacture of toys; 1 Manufacture of electric toys; 2 Manufacture of plastic and rubber toys; 3 Manufacture of metal toys; 4 Manufacture of projectile toys; 5 Manufacture of dolls; 6 Manufacture of children's ride-on vehicles; 9 Manufacture of other toys
246 Manufacture of amusement equipment and recreational goods; 1 Manufacture of outdoor amusement park rides; 2 Manufacture of games and indoor amusement equipment; 9 Manufacture of other recreational goods
251 Manufacture of refined petroleum products; 1 Crude oil processing and manufacture of petroleum products; 9 Manufacture of other crude oil
252 Coal processing; 1 Coking; 2 Production of synthesis gas from coal; 3 Production of liquid fuel from coal; 4 Manufacture of coal products; 9 Other coal processing
253 Nuclear fuel processing; 0 =
254 Biomass fuel processing; 1 Production of liquid biomass fuel; 2 Processing of densified biomass fuel
261 Manufacture of basic chemical raw materials; 1 Manufacture of inorganic acids; 2 Manufacture of inorganic alkalis; 3 Manufacture of inorganic salts; 4 Manufacture of organic chemical raw materials; 9 Manufacture of other basic chemical raw materials
262 Manufacture of fertilisers; 1 Manufacture of nitrogen fertilisers; 2 Manufacture of phosphate fertilisers; 3 Manufacture of potash fertilisers; 4 Manufacture of compound and mixed fertilisers; 5 Manufacture of organic and microbial fertilisers; 9 Manufacture of other fertilisers
263 Manufacture of pesticides; 1 Manufacture of chemical pesticides; 2 Manufacture of biochemical and microbial pesticides
264 Manufacture of coatings, inks, pigments and similar products; 1 Manufacture of paints and coatings; 2 Manufacture of printing inks and similar products; 3 Manufacture of industrial pigments; 4 Manufacture of pigments for arts and crafts; 5 Manufacture of dyes; 6 Manufacture of sealants and similar products
265 Manufacture of synthetic materials; 1 Manufacture of primary plastics and synthetic resins; 2 Manufacture of synthetic rubber; 3 Manufacture of synthetic fibre monomers and polymers; 9 Manufacture of other synthetic materials
266 Manufacture of speciality chemical products; 1 Manufacture of chemical reagents and auxiliaries; 2 Manufacture of special-purpose chemicals; 3 Manufacture of forest chemical products; 4 Manufacture of photographic and other recording chemicals; 5 Manufacture of imaging chemicals for medical use; 6 Manufacture of chemicals for environmental pollution treatment; 7 Manufacture of animal glue; 9 Manufacture of other speciality chemical products
267 Manufacture of explosives, detonators and fireworks; 1 Manufacture of explosives and detonators; 2 Manufacture of fireworks and firecrackers
268 Manufacture of household chemical products; 1 Manufacture of soap and detergents; 2 Manufacture of cosmetics; 3 Manufacture of oral hygiene products; 4 Manufacture of flavours and fragrances; 9 Manufacture of other household chemical products
271 Manufacture of active pharmaceutical ingredients; 0 =
272 Manufacture of chemical pharmaceutical preparations; 0 =
273 Processing of prepared Chinese herbal medicine pieces; 0 =
274 Production of Chinese patent medicines; 0 =
275 Manufacture of veterinary medicines; 0 =
276 Manufacture of biological products; 1 Manufacture of biological medicines; 2 Manufacture of genetically engineered drugs and vaccines
277 Manufacture of sanitary materials and medical supplies; 0 =
278 Manufacture of pharmaceutical excipients and packaging materials; 0 =
281 Manufacture of cellulose fibre raw materials and fibres; 1 Manufacture of chemical fibre pulp; 2 Manufacture of artificial (cellulose) fibres
282 Manufacture of synthetic fibres; 1 Manufacture of polyamide (nylon) fibres; 2 Manufacture of polyester fibres; 3 Manufacture of acrylic fibres; 4 Manufacture of vinylon fibres; 5 Manufacture of polypropylene fibres; 6 Manufacture of spandex fibres; 9 Manufacture of other synthetic fibres
283 Manufacture of bio-based materials; 1 Manufacture of bio-based chemical fibres; 2 Manufacture of new bio-based and starch-based materials
291 Manufacture of rubber products; 1 Manufacture of tyres; 2 Manufacture of rubber plates, tubes and belts; 3 Manufacture of rubber parts; 4 Manufacture of reclaimed rubber; 5 Manufacture of rubber products for daily and medical use; 6 Manufacture of rubber and plastic surfaces for sports grounds; 9 Manufacture of other rubber products
292 Manufacture of plastic products; 1 Manufacture of plastic film; 2 Manufacture of plastic plates, pipes and profiles; 3 Manufacture of plastic filaments, ropes and woven products; 4 Manufacture of foam plastics; 5 Manufacture of plastic artificial and synthetic leather; 6 Manufacture of plastic packing cases and containers; 7 Manufacture of plastic products for daily use; 8 Manufacture of artificial turf; 9 Manufacture of plastic parts and other plastic products
301 Manufacture of cement, lime and gypsum; 1 Manufacture of cement; 2 Manufacture of lime and gypsum
302 Manufacture of gypsum, cement and similar products; 1 Manufacture of cement products; 2 Manufacture of concrete structural components; 3 Manufacture of asbestos cement products; 4 Manufacture of lightweight building materials; 9 Manufacture of other products similar to cement products
303 Manufacture of brick, tile, stone and other building materials; 1 Manufacture of clay bricks and tiles and building blocks; 2 Processing of building stone; 3 Manufacture of waterproof building materials; 4 Manufacture of heat and sound insulating materials; 9 Manufacture of other building materials
304 Manufacture of glass; 1 Manufacture of flat glass; 2 Manufacture of special glass; 9 Manufacture of other glass
305 Manufacture of glass products; 1 Manufacture of technical glass products; 2 Manufacture of optical glass; 3 Manufacture of glass instruments; 4 Manufacture of glass products for daily use; 5 Manufacture of glass packaging containers; 6 Manufacture of glass thermal insulation containers; 7 Manufacture of mirrors and similar processed products; 9 Manufacture of other glass products
306 Manufacture of glass fibre and glass fibre reinforced plastic products; 1 Manufacture of glass fibre and its products; 2 Manufacture of glass fibre reinforced plastic products
307 Manufacture of ceramic products; 1 Manufacture of building ceramics; 2 Manufacture of sanitary ceramics; 3 Manufacture of special ceramics; 4 Manufacture of ceramics for daily use; 5 Manufacture of ornamental and art ceramics; 6 Manufacture of garden ceramics; 9 Manufacture of other ceramic products
308 Manufacture of refractory products; 1 Manufacture of asbestos products; 2 Manufacture of mica products; 9 Manufacture of refractory ceramics and other refractory materials
309 Manufacture of graphite and other non-metallic mineral products; 1 Manufacture of graphite and carbon products; 9 Manufacture of other non-metallic mineral products
311 Iron smelting; 0 =
312 Steel making; 0 =
313 Steel rolling and processing; 0 =
314 Ferroalloy smelting; 0 =
321 Smelting of common non-ferrous metals; 1 Copper smelting; 2 Lead and zinc smelting; 3 Nickel and cobalt smelting; 4 Tin smelting; 5 Antimony smelting; 6 Aluminium smelting; 7 Magnesium smelting; 8 Silicon smelting; 9 Smelting of other common non-ferrous metals
322 Smelting of precious metals; 1 Gold smelting; 2 Silver smelting; 9 Smelting of other precious metals
323 Smelting of rare and rare earth metals; 1 Tungsten and molybdenum smelting; 2 Rare earth metal smelting; 9 Smelting of other rare metals
324 Manufacture of non-ferrous metal alloys; 0 =
325 Rolling and processing of non-ferrous metals; 1 Copper rolling and processing; 2 Aluminium rolling and processing; 3 Precious metal rolling and processing; 4 Rare and rare earth metal rolling and processing; 9 Rolling and processing of other non-ferrous metals
331 Manufacture of structural metal products; 1 Manufacture of metal structures; 2 Manufacture of metal doors and windows
332 Manufacture of metal tools; 1 Manufacture of cutting tools; 2 Manufacture of hand tools; 3 Manufacture of metal tools for agriculture and gardening; 4 Manufacture of knives, scissors and similar metal tools for daily use; 9 Manufacture of other metal tools
333 Manufacture of shipping containers and metal packaging containers; 1 Manufacture of shipping containers; 2 Manufacture of metal pressure vessels; 3 Manufacture of metal packaging containers and materials
334 Manufacture of metal wire, rope and their products; 0 =
335 Manufacture of metal products for building and safety; 1 Manufacture of metal fittings for buildings and furniture; 2 Manufacture of building decoration, plumbing and heating pipe fittings; 3 Manufacture of metal products for safety and fire fighting; 9 Manufacture of other metal products for building and safety
336 Metal surface treatment and heat treatment; 0 =
337 Manufacture of enamel products; 1 Manufacture of enamel products for industrial use; 2 Manufacture of enamel products for building decoration; 3 Manufacture of enamel sanitary ware; 9 Manufacture of enamel articles for daily use and other enamel products
338 Manufacture of metal products for daily use; 1 Manufacture of metal kitchen utensils; 2 Manufacture of metal tableware and vessels; 3 Manufacture of metal sanitary ware; 9 Manufacture of other metal products for daily use
339 Casting and other metal products; 1 Ferrous metal casting; 2 Non-ferrous metal casting; 3 Manufacture of forgings and powder metallurgy products; 4 Manufacture of metal signs for traffic and public administration; 9 Manufacture of other metal products not elsewhere classified
341 Manufacture of boilers and prime movers; 1 Manufacture of boilers and auxiliary equipment; 2 Manufacture of internal combustion engines and parts; 3 Manufacture of steam turbines and auxiliary machinery; 4 Manufacture of water turbines and auxiliary machinery; 5 Manufacture of wind-powered prime movers; 9 Manufacture of other prime movers
342 Manufacture of metalworking machinery; 1 Manufacture of metal-cutting machine tools; 2 Manufacture of metal-forming machine tools; 3 Manufacture of foundry machinery; 4 Manufacture of metal cutting and welding equipment; 5 Manufacture of functional components and accessories for machine tools; 9 Manufacture of other metalworking machinery
343 Manufacture of material handling equipment; 1 Manufacture of light and small lifting equipment; 2 Manufacture of cranes for industrial use; 3 Manufacture of vehicles for industrial use; 4 Manufacture of continuous conveying equipment; 5 Manufacture of lifts, escalators and hoists; 6 Manufacture of passenger ropeways; 7 Manufacture of mechanical parking equipment; 9 Manufacture of other material handling equipment
344 Manufacture of pumps, valves, compressors and similar machinery; 1 Manufacture of pumps and vacuum equipment; 2 Manufacture of gas compressors; 3 Manufacture of valves and taps; 4 Manufacture of hydraulic power machinery and components; 5 Manufacture of hydrodynamic power machinery and components; 6 Manufacture of pneumatic power machinery and components
345 Manufacture of bearings, gears and transmission parts; 1 Manufacture of rolling bearings; 2 Manufacture of plain bearings; 3 Manufacture of gears, gear reducers and gearboxes; 9 Manufacture of other transmission parts
346 Manufacture of ovens, fans, packaging and similar equipment; 1 Manufacture of ovens, furnaces and electric furnaces; 2 Manufacture of blowers and fans; 3 Manufacture of gas and liquid separation and purification equipment; 4 Manufacture of refrigeration and air-conditioning equipment; 5 Manufacture of pneumatic and electric tools; 6 Manufacture of spray guns and similar appliances; 7 Manufacture of packaging equipment
347 Manufacture of cultural and office machinery; 1 Manufacture of cinematographic machinery; 2 Manufacture of slide and other projection equipment; 3 Manufacture of cameras and photographic equipment; 4 Manufacture of copying and offset printing equipment; 5 Manufacture of calculators and money-handling equipment; 9 Manufacture of other cultural and office machinery
348 Manufacture of general-purpose parts; 1 Manufacture of metal seals; 2 Manufacture of fasteners; 3 Manufacture of springs; 4 Processing of mechanical parts; 9 Manufacture of other general-purpose parts
349 Manufacture of other general-purpose equipment; 1 Manufacture of industrial robots; 2 Manufacture of robots for special operations; 3 Manufacture of additive manufacturing equipment; 9 Manufacture of other general-purpose equipment not elsewhere classified
351 Manufacture of mining, metallurgical and construction equipment; 1 Manufacture of mining machinery; 2 Manufacture of oil drilling and extraction equipment; 3 Manufacture of deep-sea oil drilling equipment; 4 Manufacture of construction machinery; 5 Manufacture of machinery for building material production; 6 Manufacture of metallurgical equipment; 7 Manufacture of tunnelling machinery
352 Manufacture of equipment for chemicals, wood and non-metal processing; 1 Manufacture of equipment for oil refining and chemical production; 2 Manufacture of rubber processing equipment; 3 Manufacture of plastic processing equipment; 4 Manufacture of wood and bamboo processing machinery; 5 Manufacture of moulds and dies; 9 Manufacture of other non-metal processing equipment
353 Manufacture of equipment for food, beverage, tobacco and feed production; 1 Manufacture of equipment for food, alcohol, beverage and tea production; 2 Manufacture of equipment for processing agricultural and sideline food; 3 Manufacture of equipment for tobacco production; 4 Manufacture of equipment for feed production
354 Manufacture of equipment for printing, pharmaceuticals, household chemicals and daily-use goods; 1 Manufacture of pulp and paper making equipment; 2 Manufacture of printing equipment; 3 Manufacture of equipment for household chemicals; 4 Manufacture of pharmaceutical equipment; 5 Manufacture of equipment for producing lighting fixtures; 6 Manufacture of equipment for producing glass, ceramics and enamel; 9 Manufacture of equipment for producing other daily-use goods
355 Manufacture of equipment for textile, clothing and leather processing; 1 Manufacture of textile machinery; 2 Manufacture of equipment for processing leather, fur and their products; 3 Manufacture of sewing machinery; 4 Manufacture of laundry machinery
356 Manufacture of equipment for producing electronics and electrical machinery; 1 Manufacture of equipment for producing electrical machinery; 2 Manufacture of equipment for producing semiconductor devices; 3 Manufacture of equipment for electronic and electromechanical components; 9 Manufacture of other equipment for producing electronics
357 Manufacture of machinery for agriculture, forestry, animal husbandry and fishery; 1 Manufacture of tractors; 2 Manufacture of mechanised agricultural and horticultural implements; 3 Manufacture of forestry, timber and bamboo felling machinery; 4 Manufacture of animal husbandry machinery; 5 Manufacture of fishery machinery; 6 Manufacture of parts for agriculture, forestry, animal husbandry and fishery machinery; 7 Manufacture of cotton processing machinery; 9 Manufacture of other machinery for agriculture, forestry, animal husbandry and fishery
358 Manufacture of medical equipment and instruments; 1 Manufacture of medical diagnostic, monitoring and therapeutic equipment; 2 Manufacture of dental equipment and appliances; 3 Manufacture of medical laboratory and disinfection equipment; 4 Manufacture of medical, surgical and veterinary instruments; 5 Manufacture of mechanical therapy and ward nursing equipment; 6 Manufacture of rehabilitation assistive devices; 7 Manufacture of spectacles; 9 Manufacture of other medical equipment and instruments
359 Manufacture of environmental, postal, public service and other equipment; 1 Manufacture of environmental protection equipment; 2 Manufacture of geological exploration equipment; 3 Manufacture of postal machinery and equipment; 4 Manufacture of equipment for commerce, catering and services; 5 Manufacture of public security equipment; 6 Manufacture of traffic safety and control equipment; 7 Manufacture of water resources machinery; 9 Manufacture of other special-purpose equipment
361 Manufacture of complete motor vehicles; 1 Manufacture of complete petrol and diesel vehicles; 2 Manufacture of complete new energy vehicles
362 Manufacture of motor vehicle engines; 0 =
363 Manufacture of modified motor vehicles; 0 =
364 Manufacture of low-speed motor vehicles; 0 =
365 Manufacture of trams and trolleybuses; 0 =
366 Manufacture of motor vehicle bodies and trailers; 0 =
367 Manufacture of motor vehicle parts and accessories; 0 =
371 Manufacture of railway transport equipment; 1 Manufacture of high-speed train sets; 2 Manufacture of railway locomotives and rolling stock; 3 Manufacture of narrow-gauge locomotives and rolling stock; 4 Manufacture of high-speed railway equipment and parts; 5 Manufacture of parts for railway locomotives and rolling stock; 6 Manufacture of railway special equipment, materials and parts; 9 Manufacture of other railway transport equipment
372 Manufacture of urban rail transit equipment; 0 =
373 Manufacture of ships and related equipment; 1 Manufacture of metal ships; 2 Manufacture of non-metal ships; 3 Manufacture of pleasure and sporting boats; 4 Manufacture of marine auxiliary equipment; 5 Ship conversion; 6 Shipbreaking; 7 Manufacture of ocean engineering equipment; 9 Manufacture of navigation marks and other related equipment
374 Manufacture of aircraft, spacecraft and equipment; 1 Manufacture of aircraft; 2 Manufacture of spacecraft and launch vehicles; 3 Manufacture of space-related equipment; 4 Manufacture of aviation-related equipment; 9 Manufacture of other aircraft and spacecraft
375 Manufacture of motorcycles; 1 Manufacture of complete motorcycles; 2 Manufacture of motorcycle parts and accessories
376 Manufacture of bicycles and vehicles for disabled people; 1 Manufacture of bicycles; 2 Manufacture of vehicles for disabled people
377 Manufacture of mopeds and electric bicycles; 0 =
378 Manufacture of off-road leisure vehicles and parts; 0 =
379 Manufacture of diving, salvage and other transport equipment not elsewhere classified; 1 Manufacture of diving equipment; 2 Manufacture of underwater salvage equipment; 9 Manufacture of other transport equipment not elsewhere classified
381 Manufacture of electric motors and generators; 1 Manufacture of generators and generator sets; 2 Manufacture of electric motors; 3 Manufacture of micro and special motors and components; 9 Manufacture of other electric motors and generators
382 Manufacture of power transmission, distribution and control equipment; 1 Manufacture of transformers, rectifiers and inductors; 2 Manufacture of capacitors and associated equipment; 3 Manufacture of power distribution switchgear and control equipment; 4 Manufacture of power electronic components; 5 Manufacture of photovoltaic equipment and components; 9 Manufacture of other transmission, distribution and control equipment
383 Manufacture of wires, cables, optical cables and electrical materials; 1 Manufacture of electric wires and cables; 2 Manufacture of optical fibres; 3 Manufacture of optical fibre cables; 4 Manufacture of insulating products; 9 Manufacture of other electrical materials
384 Manufacture of batteries; 1 Manufacture of lithium-ion batteries; 2 Manufacture of nickel-metal hydride batteries; 3 Manufacture of lead-acid batteries; 4 Manufacture of zinc-manganese batteries; 9 Manufacture of other batteries
385 Manufacture of household electrical appliances; 1 Manufacture of household refrigerating appliances; 2 Manufacture of household air conditioners; 3 Manufacture of household ventilation appliances; 4 Manufacture of household electric kitchen appliances; 5 Manufacture of household electric cleaning and sanitary appliances; 6 Manufacture of household electric beauty and health care appliances; 7 Manufacture of parts for household electrical appliances; 9 Manufacture of other household electrical appliances
386 Manufacture of non-electric household appliances; 1 Manufacture of gas and similar energy household appliances; 2 Manufacture of solar energy appliances; 9 Manufacture of other non-electric household appliances
387 Manufacture of lighting equipment; 1 Manufacture of electric light sources; 2 Manufacture of lamps and luminaires; 3 Manufacture of stage and venue lighting; 4 Manufacture of smart lighting equipment; 9 Manufacture of electrical lamp accessories and other lighting equipment
389 Manufacture of other electrical machinery and equipment; 1 Manufacture of electrical signalling equipment; 9 Manufacture of other electrical machinery and equipment not elsewhere classified
391 Manufacture of computers; 1 Manufacture of complete computers; 2 Manufacture of computer parts; 3 Manufacture of computer peripheral equipment; 4 Manufacture of industrial control computers and systems; 5 Manufacture of information security equipment; 9 Manufacture of other computer equipment
392 Manufacture of communication equipment; 1 Manufacture of communication system equipment; 2 Manufacture of communication terminal equipment
393 Manufacture of radio and television equipment; 1 Manufacture of broadcast programme production and transmitting equipment; 2 Manufacture of radio and television receiving equipment; 3 Manufacture of parts for radio and television equipment; 4 Manufacture of professional audio equipment; 9 Manufacture of applied television and other broadcasting equipment
394 Manufacture of radar and associated equipment; 0 =
395 Manufacture of non-professional audio-visual equipment; 1 Manufacture of television sets; 2 Manufacture of audio equipment; 3 Manufacture of video recording and playback equipment
396 Manufacture of smart consumer equipment; 1 Manufacture of wearable smart devices; 2 Manufacture of smart in-vehicle equipment; 3 Manufacture of smart unmanned aerial vehicles; 4 Manufacture of consumer service robots; 9 Manufacture of other smart consumer equipment
397 Manufacture of electronic devices; 1 Manufacture of electronic vacuum devices; 2 Manufacture of discrete semiconductor devices; 3 Manufacture of integrated circuits; 4 Manufacture of display devices; 5 Manufacture of semiconductor lighting devices; 6 Manufacture of optoelectronic devices; 9 Manufacture of other electronic devices
398 Manufacture of electronic components and special electronic materials; 1 Manufacture of resistors, capacitors and inductors; 2 Manufacture of electronic circuits; 3 Manufacture of sensing elements and sensors; 4 Manufacture of electroacoustic devices and parts; 5 Manufacture of special electronic materials; 9 Manufacture of other electronic components
399 Manufacture of other electronic equipment; 0 =
401 Manufacture of general instruments and meters; 1 Manufacture of industrial automatic control systems and devices; 2 Manufacture of electrical instruments and meters; 3 Manufacture of drawing, calculating and measuring instruments; 4 Manufacture of experimental and analytical instruments; 5 Manufacture of testing machines; 6 Manufacture of utility supply meters and instruments; 9 Manufacture of other general instruments
402 Manufacture of special instruments and meters; 1 Manufacture of environmental monitoring instruments and meters; 2 Manufacture of counting meters for transport equipment and production; 3 Manufacture of navigation, surveying, meteorological and marine instruments; 4 Manufacture of instruments for agriculture, forestry, animal husbandry and fishery; 5 Manufacture of geological prospecting and seismic instruments; 6 Manufacture of teaching instruments; 7 Manufacture of nuclear and nuclear radiation measuring instruments; 8 Manufacture of electronic measuring instruments; 9 Manufacture of other special instruments
403 Manufacture of clocks, watches and timing instruments; 0 =
404 Manufacture of optical instruments; 0 =
405 Manufacture of weighing apparatus; 0 =
409 Manufacture of other instruments and meters; 0 =
411 Manufacture of sundry articles for daily use; 1 Manufacture of brushes and cleaning tools; 9 Manufacture of other sundry articles for daily use
412 Nuclear radiation processing; 0 =
419 Other manufacturing not elsewhere classified; 0 =
421 Processing of metal waste and scrap; 0 =
422 Processing of non-metal waste and scrap; 0 =
431 Repair of metal products; 0 =
432 Repair of general-purpose equipment; 0 =
433 Repair of special-purpose equipment; 0 =
434 Repair of railway, ship, aerospace and other transport equipment; 1 Repair of railway transport equipment; 2 Repair of ships; 3 Repair of aircraft and spacecraft; 9 Repair of other transport equipment
435 Repair of electrical equipment; 0 =
436 Repair of instruments and meters; 0 =
439 Repair of other machinery and equipment; 0 =
441 Electric power generation; 1 Thermal power generation; 2 Combined heat and power generation; 3 Hydropower generation; 4 Nuclear power generation; 5 Wind power generation; 6 Solar power generation; 7 Biomass power generation; 9 Other electric power generation
442 Electric power supply; 0 =
443 Heat production and supply; 0 =
451 Gas production and supply; 1 Natural gas production and supply; 2 Liquefied petroleum gas production and supply; 3 Coal gas production and supply
452 Biomass gas production and supply; 0 =
461 Tap water production and supply; 0 =
462 Sewage treatment and recycling; 0 =
463 Seawater desalination; 0 =
469 Other water treatment, use and distribution; 0 =
471 Construction of residential buildings; 0 =
472 Construction of stadiums and gymnasiums; 0 =
479 Construction of other buildings; 0 =
481 Construction of railways, roads, tunnels and bridges; 1 Construction of railways; 2 Construction of highways; 3 Construction of municipal roads; 4 Construction of urban rail transit; 9 Construction of other roads, tunnels and bridges
482 Construction of water conservancy and water transport works; 1 Construction of water source and water supply facilities; 2 Construction of river and lake control and flood control works; 3 Construction of port and shipping facilities
483 Construction of marine works; 1 Construction of offshore oil and gas development works; 2 Construction of marine energy development works; 3 Construction of undersea tunnels; 4 Laying of seabed facilities; 9 Construction of other marine works
484 Construction of industrial and mining works; 0 =
485 Construction of overhead lines and pipelines; 1 Construction of overhead lines and related equipment; 2 Construction of pipelines; 3 Construction of underground utility tunnels
486 Energy conservation and environmental protection works; 1 Energy conservation works; 2 Environmental protection works; 3 Ecological protection works
487 Construction of electric power works; 1 Construction of thermal power works; 2 Construction of hydropower works; 3 Construction of nuclear power works; 4 Construction of wind power works; 5 Construction of solar power works; 9 Construction of other electric power works
489 Other civil engineering; 1 Landscaping works; 2 Construction of sports ground facilities; 3 Construction of amusement facilities; 9 Other civil engineering works not elsewhere classified
491 Electrical installation; 0 =
492 Pipe and equipment installation; 0 =
499 Other building installation; 1 Installation of sports ground facilities; 9 Other building installation not elsewhere classified
501 Building decoration and fitting-out; 1 Decoration and fitting-out of public buildings; 2 Decoration and fitting-out of dwellings; 3 Decoration and fitting-out of curtain walls
502 Demolition and site preparation; 1 Demolition of buildings; 2 Site preparation
503 Provision of construction equipment; 0 =
509 Other construction not elsewhere classified; 0 =
511 Wholesale of farm, forestry, livestock and fishery products; 1 Wholesale of cereals, beans and tubers; 2 Wholesale of seeds; 3 Wholesale of livestock and fishery feed; 4 Wholesale of cotton and bast fibres; 5 Wholesale of forestry products; 6 Wholesale of livestock; 7 Wholesale of fishery products; 9 Wholesale of other agricultural and livestock products
512 Wholesale of food, beverages and tobacco products; 1 Wholesale of rice, flour products and edible oil; 2 Wholesale of pastries, confectionery and sugar; 3 Wholesale of fruit and vegetables; 4 Wholesale of meat, poultry, eggs, dairy and aquatic products; 5 Wholesale of salt and condiments; 6 Wholesale of nutrition and health products; 7 Wholesale of alcohol, beverages and tea; 8 Wholesale of tobacco products; 9 Wholesale of other food
513 Wholesale of textiles, clothing and household goods; 1 Wholesale of textiles, knitwear and raw materials; 2 Wholesale of clothing; 3 Wholesale of footwear and headgear; 4 Wholesale of cosmetics and toiletries; 5 Wholesale of kitchenware, sanitary ware and daily sundries; 6 Wholesale of lamps and ornaments; 7 Wholesale of household audio-visual equipment; 8 Wholesale of household electrical appliances; 9 Wholesale of other household goods
514 Wholesale of cultural and sports goods and equipment; 1 Wholesale of stationery; 2 Wholesale of sports goods and equipment; 3 Wholesale of books; 4 Wholesale of newspapers and periodicals; 5 Wholesale of audio-visual, electronic and digital publications; 6 Wholesale of jewellery, handicrafts and collectibles; 7 Wholesale of musical instruments; 9 Wholesale of other cultural goods
515 Wholesale of medicines and medical equipment; 1 Wholesale of Western medicines; 2 Wholesale of traditional Chinese medicines; 3 Wholesale of veterinary medicines; 4 Wholesale of medical supplies and equipment
516 Wholesale of minerals, building materials and chemicals; 1 Wholesale of coal and coal products; 2 Wholesale of petroleum and petroleum products; 3 Wholesale of non-metallic minerals and products; 4 Wholesale of metals and metal ores; 5 Wholesale of building materials; 6 Wholesale of chemical fertilisers; 7 Wholesale of pesticides; 8 Wholesale of agricultural film; 9 Wholesale of other chemical products
517 Wholesale of machinery, hardware and electronic products; 1 Wholesale of agricultural machinery; 2 Wholesale of motor vehicles and parts; 3 Wholesale of motorcycles and parts; 4 Wholesale of hardware; 5 Wholesale of electrical equipment; 6 Wholesale of computers, software and peripheral equipment; 7 Wholesale of communication equipment; 8 Wholesale of broadcasting, film and television equipment; 9 Wholesale of other machinery and electronic products
518 Trade brokerage and agency; 1 Trade agency; 2 Auction of general goods; 3 Auction of art and collectibles; 4 Art agency; 9 Other trade brokerage and agency
519 Other wholesale trade; 1 Collection and wholesale of recyclable materials; 2 Wholesale of pet food and supplies; 3 Internet wholesale; 9 Other wholesale trade not elsewhere classified
521 General retail trade; 1 Department store retail; 2 Supermarket retail; 3 Convenience store retail; 9 Other general retail
522 Specialised retail of food, beverages and tobacco products; 1 Retail of grain and edible oil; 2 Retail of pastries and bread; 3 Retail of fruit and vegetables; 4 Retail of meat, poultry, eggs, dairy and aquatic products; 5 Retail of nutrition and health products; 6 Retail of alcohol, beverages and tea; 7 Retail of tobacco products; 9 Retail of other food
523 Specialised retail of textiles, clothing and daily goods; 1 Retail of textiles and knitwear; 2 Retail of clothing; 3 Retail of footwear and headgear; 4 Retail of cosmetics and toiletries; 5 Retail of kitchenware, sanitary ware and daily sundries; 6 Retail of clocks, watches and spectacles; 7 Retail of luggage and bags; 8 Retail of bicycles and other personal mobility equipment; 9 Retail of other daily goods
524 Specialised retail of cultural and sports goods and equipment; 1 Retail of stationery; 2 Retail of sports goods and equipment; 3 Retail of books, newspapers and periodicals; 4 Retail of audio-visual, electronic and digital publications; 5 Retail of jewellery; 6 Retail of arts, crafts and collectibles; 7 Retail of musical instruments; 8 Retail of photographic equipment; 9 Retail of other cultural goods
525 Specialised retail of medicines and medical equipment; 1 Retail of Western medicines; 2 Retail of traditional Chinese medicines; 3 Retail of veterinary medicines; 4 Retail of medical supplies and equipment; 5 Retail of health care and auxiliary therapy equipment
526 Sale of motor vehicles, motorcycles, parts, fuel and power; 1 Retail of new motor vehicles; 2 Retail of used motor vehicles; 3 Retail of motor vehicle parts; 4 Retail of motorcycles and parts; 5 Retail of petrol and diesel for motor vehicles; 6 Retail of gas for motor vehicles; 7 Charging of electric vehicles
527 Specialised retail of appliances and electronic products; 1 Retail of household audio-visual equipment; 2 Retail of household electrical appliances; 3 Retail of computers, software and peripheral equipment; 4 Retail of communication equipment; 9 Retail of other electronic products
528 Specialised retail of hardware, furniture and decoration materials; 1 Retail of hardware; 2 Retail of lamps; 3 Retail of furniture; 4 Retail of paints and coatings; 5 Retail of sanitary ware; 6 Retail of wooden decoration materials; 7 Retail of ceramic and stone decoration materials; 9 Retail of other interior decoration materials
529 Stall, non-store and other retail trade; 1 Retail via mobile stalls; 2 Internet retail; 3 Retail via mail order, television and telephone; 4 Retail via vending machines; 5 Retail of second-hand goods; 6 Retail of household fuel; 7 Retail of pet food and supplies; 9 Other retail trade not elsewhere classified
531 Railway passenger transport; 1 High-speed railway passenger transport; 2 Intercity railway passenger transport; 3 Conventional railway passenger transport
532 Railway freight transport; 0 =
533 Support activities for railway transport; 1 Passenger railway stations; 2 Freight railway stations and yards; 3 Railway maintenance; 9 Other support activities for railway transport
541 Urban public transport; 1 Public bus and trolleybus transport; 2 Urban rail transit; 3 Taxi transport; 4 Public bicycle services; 9 Other urban public transport
542 Highway passenger transport; 1 Long-distance passenger transport; 2 Tourist passenger transport; 9 Other highway passenger transport
543 Road freight transport; 1 Road transport of general goods; 2 Road transport by refrigerated vehicle; 3 Road transport of containers; 4 Road transport of oversized goods; 5 Road transport of dangerous goods; 6 Road transport of mail and parcels; 7 Urban distribution; 8 Removals; 9 Other road freight transport
544 Support activities for road transport; 1 Passenger bus stations; 2 Freight hubs and stations; 3 Highway management and maintenance; 9 Other support activities for road transport
551 Water passenger transport; 1 Sea passenger transport; 2 Inland waterway passenger transport; 3 Passenger ferry transport
552 Water freight transport; 1 Ocean freight transport; 2 Coastal freight transport; 3 Inland waterway freight transport
553 Support activities for water transport; 1 Passenger ports; 2 Cargo ports; 9 Other support activities for water transport
561 Air passenger and freight transport; 1 Air passenger transport; 2 Air freight transport
562 General aviation services; 1 General aviation services for production; 2 Sightseeing aviation services; 3 Sports aviation services; 9 Other general aviation services
563 Support activities for air transport; 1 Airports; 2 Air traffic control; 9 Other support activities for air transport
571 Submarine pipeline transport; 0 =
572 Land pipeline transport; 0 =
581 Multimodal transport; 0 =
582 Transport agencies; 1 Freight forwarding agencies; 2 Passenger ticket agencies; 9 Other transport agencies
591 Loading, unloading and handling; 0 =
592 General storage; 0 =
593 Low-temperature storage; 0 =
594 Storage of dangerous goods; 1 Storage of oil and gas; 2 Storage of hazardous chemicals; 9 Storage of other dangerous goods
595 Storage of cereals, cotton and other agricultural products; 1 Storage of cereals; 2 Storage of cotton; 9 Storage of other agricultural products
596 Storage of traditional Chinese medicinal materials; 0 =
599 Other storage; 0 =
601 Basic postal services; 0 =
602 Express delivery services; 0 =
609 Other delivery services; 0 =
611 Tourist hotels; 0 =
612 General hotels; 1 Budget hotel chains; 9 Other general hotels
613 Homestay services; 0 =
614 Campsite services; 0 =
619 Other accommodation; 0 =
621 Full-service restaurants; 0 =
622 Fast food services; 0 =
623 Beverage and cold drink services; 1 Teahouse services; 2 Café services; 3 Bar services; 9 Other beverage and cold drink services
624 Catering distribution and takeaway delivery services; 1 Catering distribution services; 2 Takeaway delivery services
629 Other catering; 1 Snack services; 9 Other catering not elsewhere classified
631 Telecommunications; 1 Fixed telecommunications services; 2 Mobile telecommunications services; 9 Other telecommunications services
632 Radio and television transmission services; 1 Cable radio and television transmission services; 2 Wireless radio and television transmission services
633 Satellite transmission services; 1 Radio and television satellite transmission services; 9 Other satellite transmission services
641 Internet access and related services; 0 =
642 Internet information services; 1 Internet search services; 2 Internet game services; 9 Other Internet information services
643 Internet platforms; 1 Internet platforms for production services; 2 Internet platforms for consumer services; 3 Internet platforms for technological innovation; 4 Internet platforms for public services; 9 Other Internet platforms
644 Internet security services; 0 =
645 Internet data services; 0 =
649 Other Internet services; 0 =
651 Software development; 1 System software development; 2 Supporting software development; 3 Application software development; 9 Other software development
652 Integrated circuit design; 0 =
653 Information system integration and Internet of Things services; 1 Information system integration services; 2 Internet of Things technology services
654 Operation and maintenance services; 0 =
655 Information processing and storage support services; 0 =
656 Information technology consulting services; 0 =
657 Digital content services; 1 Geographic and remote sensing information services; 2 Animation and game digital content services; 9 Other digital content services
659 Other information technology services; 1 Call centres; 9 Other information technology services not elsewhere classified
661 Central bank services; 0 =
662 Monetary banking services; 1 Commercial bank services; 2 Policy bank services; 3 Credit cooperative services; 4 Rural mutual credit cooperative services; 9 Other monetary banking services
663 Non-monetary banking services; 1 Financial leasing services; 2 Finance company services; 3 Pawnbroking; 4 Motor finance company services; 5 Microcredit company services; 6 Consumer finance company services; 7 Online lending services; 9 Other non-monetary banking services
664 Bank wealth management services; 0 =
665 Banking supervision services; 0 =
671 Securities market services; 1 Securities market management services; 2 Securities brokerage and trading services
672 Publicly offered securities investment funds; 0 =
673 Privately offered securities investment funds; 1 Venture capital funds; 2 Angel investment; 9 Other privately offered securities investment funds
674 Futures market services; 1 Futures market management services; 9 Other futures market services
675 Securities and futures supervision services; 0 =
676 Capital investment services; 0 =
679 Other capital market services; 0 =
681 Insurance of persons; 1 Life insurance; 2 Annuity insurance; 3 Health insurance; 4 Accident insurance
682 Property insurance; 0 =
683 Reinsurance; 0 =
684 Commercial pensions; 0 =
685 Insurance intermediary services; 1 Insurance brokerage services; 2 Insurance agency services; 3 Insurance assessment and loss adjusting services
686 Insurance asset management; 0 =
687 Insurance supervision services; 0 =
689 Other insurance activities; 0 =
691 Financial trust and management services; 1 Trust companies; 9 Other financial trust and management services
692 Holding company services; 0 =
693 Payment services of non-financial institutions; 0 =
694 Financial information services; 0 =
695 Financial asset management companies; 0 =
699 Other finance not elsewhere classified; 1 Money brokerage company services; 9 Other finance not elsewhere included
701 Real estate development and operation; 0 =
702 Property management; 0 =
703 Real estate intermediary services; 0 =
704 Real estate leasing; 0 =
709 Other real estate activities; 0 =
711 Operating leasing of machinery and equipment; 1 Motor vehicle leasing; 2 Agricultural machinery leasing; 3 Construction machinery and equipment leasing; 4 Computer and communication equipment leasing; 5 Medical equipment leasing; 9 Other machinery and equipment leasing
712 Rental of cultural and sports equipment and goods; 1 Rental of leisure and recreational goods and equipment; 2 Rental of sports goods and equipment; 3 Rental of cultural goods and equipment; 4 Rental of books; 5 Rental of audio-visual products; 9 Rental of other cultural and sports equipment and goods
713 Rental of household goods; 0 =
721 Organisation management services; 1 Enterprise head office management; 2 Investment and asset management; 3 Resource and property rights trading services; 4 Management of support services for organisations; 5 Rural collective economic organisation management; 9 Other organisation management services
722 Integrated management services; 1 Industrial park management services; 2 Commercial complex management services; 3 Marketplace management services; 4 Supply chain management services; 9 Other integrated management services
723 Legal services; 1 Lawyers and related legal services; 2 Notary services; 9 Other legal services
724 Consulting and surveys; 1 Accounting, auditing and tax services; 2 Market research; 3 Socio-economic consulting; 4 Health consulting; 5 Environmental consulting; 6 Sports consulting; 9 Other professional consulting and surveys
725 Advertising; 1 Internet advertising services; 9 Other advertising services
726 Human resources services; 1 Public employment services; 2 Employment agency services; 3 Labour dispatch services; 4 Business start-up guidance services; 9 Other human resources services
727 Security and protection services; 1 Security services; 2 Security systems monitoring services; 9 Other security and protection services
728 Conference, exhibition and related services; 1 Science and technology conference and exhibition services; 2 Tourism conference and exhibition services; 3 Sports conference and exhibition services; 4 Cultural conference and exhibition services; 9 Other conference, exhibition and related services
729 Other business services; 1 Travel agency and related services; 2 Packaging services; 3 Office services; 4 Translation services; 5 Credit information and rating services; 6 Non-financing guarantee services; 7 Business agency services; 8 Ticket agency services; 9 Other business services not elsewhere classified
731 Research and development in natural sciences; 0 =
732 Research and development in engineering and technology; 0 =
733 Research and development in agricultural sciences; 0 =
734 Research and development in medical sciences; 0 =
735 Research in social sciences and humanities; 0 =
741 Meteorological services; 0 =
742 Seismological services; 0 =
743 Marine services; 1 Marine meteorological services; 2 Marine environmental services; 9 Other marine services
744 Surveying, mapping and geographic information services; 1 Remote sensing surveying and mapping services; 9 Other surveying, mapping and geographic information services
745 Quality inspection technical services; 1 Inspection and quarantine services; 2 Testing services; 3 Metrology services; 4 Standardisation services; 5 Certification and accreditation services; 9 Other quality inspection technical services
746 Environmental and ecological monitoring and testing; 1 Environmental protection monitoring; 2 Ecological resource monitoring; 3 Monitoring of wildlife diseases and their sources
747 Geological prospecting; 1 Energy mineral prospecting; 2 Solid mineral prospecting; 3 Water, carbon dioxide and similar mineral prospecting; 4 Basic geological survey; 5 Geological prospecting technical services
748 Engineering technology and design services; 1 Engineering management services; 2 Engineering supervision services; 3 Engineering survey activities; 4 Engineering design activities; 5 Planning and design management; 6 Land planning services
749 Industrial design, specialised design and other professional technical services; 1 Industrial design services; 2 Specialised design services; 3 Veterinary services; 9 Other professional technical services not elsewhere classified
751 Technology promotion services; 1 Agriculture, forestry, animal husbandry and fishery technology promotion; 2 Biotechnology promotion; 3 New materials technology promotion; 4 Energy-saving technology promotion; 5 New energy technology promotion; 6 Environmental protection technology promotion; 7 Three-dimensional (3D) printing technology promotion; 9 Other technology promotion services
752 Intellectual property services; 0 =
753 Science and technology intermediary services; 0 =
754 Start-up space services; 0 =
759 Other science and technology promotion services; 0 =
761 Flood control and drainage facilities management; 0 =
762 Water resources management; 0 =
763 Natural water collection and distribution; 0 =
764 Hydrological services; 0 =
769 Other water conservancy management; 0 =
771 Ecological protection; 1 Natural ecosystem protection and management; 2 Natural heritage site protection and management; 3 Wild animal protection; 4 Wild plant protection; 5 Zoo and aquarium management services; 6 Botanical garden management services; 9 Other nature protection
772 Environmental governance; 1 Water pollution treatment; 2 Air pollution treatment; 3 Solid waste treatment; 4 Hazardous waste treatment; 5 Radioactive waste treatment; 6 Soil pollution treatment and remediation services; 7 Noise and vibration control services; 9 Other pollution treatment
781 Municipal facilities management; 0 =
782 Environmental sanitation management; 0 =
783 Urban and rural appearance management; 0 =
784 Landscaping and green space management; 0 =
785 Urban park management; 0 =
786 Tourist area management; 1 Scenic area management; 2 Forest park management; 9 Other tourist area management
791 Land consolidation services; 0 =
792 Land survey and assessment services; 0 =
793 Land registration services; 0 =
794 Land registration agency services; 0 =
799 Other land management services; 0 =
801 Household services; 0 =
802 Day nursery services; 0 =
803 Laundry and dyeing services; 0 =
804 Hairdressing and beauty services; 0 =
805 Bathing, health care and wellness services; 1 Bathing services; 2 Foot bath services; 3 Health care and wellness services
806 Photography and photo printing services; 0 =
807 Marriage services; 0 =
808 Funeral services; 0 =
809 Other resident services; 0 =
811 Repair and maintenance of motor vehicles and motorcycles; 1 Motor vehicle repair and maintenance; 2 Large vehicle equipment repair and maintenance; 3 Motorcycle repair and maintenance; 4 Moped and similar vehicle repair and maintenance
812 Repair of computers and office equipment; 1 Repair of computers and peripheral equipment; 2 Repair of communication equipment; 9 Repair of other office equipment
813 Repair of household appliances; 1 Repair of consumer electronics; 2 Repair of household electrical appliances
819 Repair of other household goods; 1 Repair of bicycles; 2 Repair of footwear and leather goods; 3 Repair of furniture and related articles; 9 Repair of other household goods not elsewhere classified
821 Cleaning services; 1 Building cleaning services; 9 Other cleaning services
822 Pet services; 1 Raising of pets; 2 Pet hospital services; 3 Pet grooming services; 4 Pet boarding and adoption services; 9 Other pet services
829 Other services not elsewhere classified; 0 =
831 Pre-primary education; 0 =
832 Primary education; 1 Regular primary education; 2 Adult primary education
833 Secondary education; 1 Regular junior secondary education; 2 Vocational junior secondary education; 3 Adult junior secondary education; 4 Regular senior secondary education; 5 Adult senior secondary education; 6 Secondary vocational school education
834 Higher education; 1 Regular higher education; 2 Adult higher education
835 Special education; 0 =
839 Skills training, educational support and other education; 1 Vocational skills training; 2 Sports schools and sports training; 3 Culture and arts training; 4 Educational support services; 9 Other education not elsewhere classified
841 Hospitals; 1 General hospitals; 2 Traditional Chinese medicine hospitals; 3 Integrated Chinese and Western medicine hospitals; 4 Ethnic minority medicine hospitals; 5 Specialised hospitals; 6 Sanatoriums
842 Primary medical and health services; 1 Community health service centres and stations; 2 Sub-district health centres; 3 Township health centres; 4 Village clinics; 5 Outpatient departments and clinics
843 Specialised public health services; 1 Centres for disease control and prevention; 2 Specialised disease prevention and treatment institutions; 3 Maternal and child health care institutions; 4 Emergency centre and station services; 5 Blood collection and supply services; 6 Family planning technical services
849 Other health activities; 1 Health check-up services; 2 Clinical laboratory services; 9 Other health services not elsewhere classified
851 Social work with accommodation; 1 Retired cadres' homes; 2 Nursing institution services; 3 Mental rehabilitation services; 4 Care services for the elderly and disabled; 5 Hospice care services; 6 Adoption and shelter of orphaned and disabled children; 9 Other social relief with accommodation
852 Social work without accommodation; 1 Social care and assistance services; 2 Rehabilitation assistive device fitting services; 9 Other social work without accommodation
861 News; 0 =
862 Publishing; 1 Book publishing; 2 Newspaper publishing; 3 Periodical publishing; 4 Audio-visual product publishing; 5 Electronic publication publishing; 6 Digital publishing; 9 Other publishing
871 Radio broadcasting; 0 =
872 Television broadcasting; 0 =
873 Film and television programme production; 0 =
874 Integrated radio and television broadcast control; 0 =
875 Film, radio and television programme distribution; 0 =
876 Film projection; 0 =
877 Sound recording; 0 =
881 Artistic creation and performance; 0 =
882 Performing arts venues; 0 =
883 Libraries and archives; 1 Libraries; 2 Archives
884 Protection of cultural relics and intangible cultural heritage; 0 =
885 Museums; 0 =
886 Martyrs' cemeteries and memorial halls; 0 =
887 Mass cultural and sports activities; 0 =
889 Other culture and arts; 0 =
891 Sports organisations; 1 Sports competition organisations; 2 Sports support organisations; 9 Other sports organisations
892 Sports facilities management; 1 Stadium and gymnasium management; 9 Other sports facilities management
893 Fitness and leisure activities; 0 =
899 Other sports; 1 Sports intermediary and agency services; 2 Sports health services; 9 Other sports not elsewhere classified
901 Indoor entertainment activities; 1 Song and dance hall entertainment; 2 Electronic game arcade entertainment; 3 Internet café activities; 9 Other indoor entertainment activities
902 Amusement parks; 0 =
903 Leisure and sightseeing activities; 0 =
904 Lottery activities; 1 Sports lottery services; 2 Welfare lottery services; 9 Other lottery services
905 Culture, sports and entertainment events and agency services; 1 Cultural event services; 2 Sports performance services; 3 Culture and entertainment agents; 4 Sports agents; 9 Other culture and arts agency services
909 Other entertainment; 0 =
910 Organs of the Communist Party of China; 0 =
921 Organs of state power; 0 =
922 State administrative organs; 1 General affairs administration; 2 Foreign affairs administration; 3 Public security administration; 4 Social affairs administration; 5 Economic affairs administration; 6 Administrative supervision and inspection
923 People's courts and people's procuratorates; 1 People's courts; 2 People's procuratorates
929 Other state organs; 1 Fire services administration; 9 Other state organs not elsewhere classified
931 Chinese People's Political Consultative Conference; 0 =
932 Democratic parties; 0 =
941 Basic insurance; 1 Basic pension insurance; 2 Basic medical insurance; 3 Unemployment insurance; 4 Work injury insurance; 5 Maternity insurance; 9 Other basic insurance
942 Supplementary insurance; 0 =
949 Other social security; 0 =
951 Mass organisations; 1 Trade unions; 2 Women's federations; 3 Communist Youth League; 9 Other mass organisations
952 Social organisations; 1 Professional associations; 2 Industry associations; 9 Other social organisations
953 Foundations; 0 =
954 Religious organisations; 1 Religious group services; 2 Services of places of religious activity
961 Community residents' self-governing organisations; 0 =
962 Villagers' self-governing organisations; 0 =
970 International organisations; 0 =
`;
