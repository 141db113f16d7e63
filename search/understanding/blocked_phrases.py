"""Phrases that hold a word of an interest and are none: sayings, equipment, treatments, rooms and papers of care.

Invariant: data alone, one phrase a piece between commas; matched by stems, longest first, before any interest.
"""

SAYINGS = """
singing from the same hymn sheet, sing from the same hymn sheet, same hymn sheet, play it by ear, playing it by ear,
playing games, plays games with, game playing, ball is in your court, balls in your court, on the ball, drops the
ball, dropped the ball, ship has sailed, plain sailing, juggling, taught to suck eggs, teach to suck eggs, kettle of
fish, fish out of water, rings a bell, ring a bell, walk in the park, no picnic, piece of cake, icing on the cake,
spinning plates, dance around, dances around, song and dance, climbing the walls, swimming against the tide, in the
swim, out of the woods, paint a picture, painted a picture, painted a bleak picture, music to her ears, music to his
ears, face the music, blow his own trumpet, blows her own trumpet, fit as a fiddle, on the fiddle, thin ice, up the
garden path, drum up, running late, running a temperature, running out, ran out, run out, run down, run off her feet,
running water, on the run, in the long run, ran into, runs in the family, cooking the books, what is cooking, playing
up, plays up, play up, played up, plays on his mind, plays on her mind, playing on her mind, reading between the
lines, read the riot act, her cup of tea, his cup of tea, my cup of tea, horses for courses, high horse, hold your
horses, dark horse, on the cards, cards close to, house of cards, lay cards on the table, train of thought, strings
attached, pull strings, pulling strings, couch potato, hot potato, small potatoes, hit the bottle, game over, on the
game, fair game, game plan, sew up, in stitches, stitch in time, stitched up, garden leave, weaving in and out, a
yarn, knit brow, knitted together well, hammer home, nail on the head, tough as nails, hard as nails, back to the
drawing board, drawing a line, draw the line, draws a line, drew a blank, long drawn, drawn out, drawing on, state of
the art, a fine art, out fishing for, fishing for compliments, bigger fish to fry, like a fish, over a barrel, rock
bottom, on the rocks, rock the boat, missed the boat, in the same boat, same boat, push the boat out, sail close to
the wind, sailing through, in full swing, swings and roundabouts, swing of things, back in the saddle, cat out of the
bag, dog house, dogs life, black dog, sick as a dog, like cats and dogs, raining cats and dogs, a bird told, early
bird, eats like a bird, kill two birds, bees knees, busy bee, bee in her bonnet, wild goose chase, chicken out,
chickens come home, headless chicken, guinea pig, pigs ear, white elephant, elephant in the room, donkeys years,
donkey work, bull by the horns, sheep dog trial, black sheep, counting sheep, pecking order, nest egg, empty nest,
flower of, blooming, budding, late bloomer, nipped in the bud, turned over a new leaf, beat around the bush, barking
up, can of worms, dig in heels, digs her heels in, dug in, plot thickens, lost the plot, lose the plot, losing the
plot, read the room, by the book, in his good books, bad books, open book, closed book, writing on the wall, write
off, written off, writes herself off, make up her mind, made up her mind, make up his mind, hair raising, splitting
hairs, let hair down, cards right, poker face, knocks spots off, chess piece, game changer, name of the game, playing
with fire, play the fool, child play, childs play, played a part, play a part, plays a part, playing a role, music
stopped, jazzed up, jazz up, jam packed, in a jam, traffic jam, bread and butter, bread winner, breadwinner, in a
stew, half baked, selling like hot cakes, sour grapes, spill the beans, full of beans, cool as a cucumber, dropped
like, cricket score, not cricket, hit for six, knocked for six, bowled over, stumped, own goal, moving the goalposts,
goal posts, kick off, kicks off, kicked off, kicking off, kick the bucket, offside, throw in the towel, on the ropes,
below the belt, ringside, saved by the bell, roll with the punches, punching above, shadow boxing, boxing clever,
boxing day, up to scratch, par for the course, first base, touch base, neck and neck, home straight, jump through
hoops, jumping through hoops, jump the queue, skating on, steep climb, uphill climb, mountain to climb, over the hill,
up hill and down dale, walks all over, walk all over, walked out, walk out, walked off, walking wounded, dead man
walking, cycle of, vicious cycle, life cycle, benefit cycle, cycle of abuse, swimming in, head swimming, sink or swim,
diving in, deep end, off the deep end, in deep water, hot water, treading water, keep head above water, water under
the bridge, burn bridges, bridge the gap, cross that bridge, bridging, train wreck, off the rails, gone off the rails,
light at the end of the tunnel, gravy train, in the driving seat, driving her mad, driving him mad, drives her mad,
drives me mad, driving force, driving me mad, steam coming out, let off steam, full steam, run out of steam, under his
own steam, pipe dream, pipe down, off key, low key, key worker, fine tune, change her tune, same tune, call the tune,
calls the tune, broken record, off the record, on record, track record, for the record, record keeping, records
system, clock watching, round the clock, like clockwork, against the clock, model of care, model tenant, role model,
business model, engine room, spanner in the works, nuts and bolts, screw loose, loose screw, wood for the trees, touch
wood, knock on wood, out of the wood, bark worse, wool over, dyed in the wool, pull the wool, woolgathering, hanging
by a thread, lost the thread, thread of conversation, tied to apron strings, wear the trousers, on a shoestring,
tailor made, tailored to, cut from the same cloth, at the drop of a hat, hat trick, bee line, star of the show, show
up, shows up, showed up, show signs, shows signs, for show, no show, dog and bone, theatre nurse, operating theatre,
making a scene, behind the scenes, drama queen, made a drama, no drama, storm in a tea cup, not the end of the world,
sing his praises, sing her praises, sing the praises, sing their praises, drawing the curtains, drawing his curtains,
drawing her curtains, drew the curtains, draws the curtains, dog barking, door to door, to the little ones, for the
little ones, with the little
ones, of the little ones, the little ones are, watch paint dry, watching paint dry, all thumbs, got the t shirt, over
the moon, on her knees, on his knees, tool box talk, skin and bones, on the wagon, walking on air, walked on air, rough
ride, bumpy ride, taken for a ride, sketchy, playing silly, carrying the can, up the creek, jump ship, jumping ship
"""
EQUIPMENT = """
sheltered scheme, sheltered housing, special school, family hub, double handed, old boy, old girl, old lad, care home,
learning disability, learning disabilities, learning difficulty, learning difficulties, walking frame, walking stick,
walking sticks, walking aid, walking aids, walking trolley, walking practice, walking distance, walking speed, walks
short distances, kitchen assessment, kitchen ax, kitchen practice, kitchen skills, kitchen trolley, kitchen stool,
cooking session, cooking assessment, cooking practice, baking session, gardening group as an inpatient, perching
stool, kettle tipper, bath board, bath lift, bath chair, bath support chair, shower chair, shower stool, reading lamp,
reading glasses, reading aid, reading light, book rest, music centre, music therapy, art therapy, art therapist, music
therapist, drama therapy, dance therapy, pet therapy, doll therapy, play therapy, play therapist, play specialist,
play and language, gardening therapy, horticultural therapy, dog therapy, therapy dog, therapy dogs, hand therapy,
sand therapy, talking therapy, talking therapies, therapy putty, theraputty, exercise programme, exercise therapy,
exercises given, home exercise, home exercises, breathing exercises, chair based exercise, chair exercise programme,
chair raisers, balance class, balance exercises, falls class, falls group, strength and balance, exercise bike loan,
standing frame, swing seat, swing chair, garden access, garden steps, garden overgrown, overgrown garden, garden is
overgrown, garden uneven, rear garden, front garden, back garden, garden path, sensory garden, sensory room, sensory
profile, sensory swing, play room, play area, games room, tv room, music room, movement session, music session, craft
session, art session, craft group as inpatient, singing for lung health, lung health, pulmonary rehab, cardiac rehab,
hydrotherapy, hydrotherapy pool, rebound therapy, car seat, swivel seat, card table height, wheelchair dancing
assessment, driving assessment, mobility scooter, scooter, talking clock, talking watch, talking book, talking books,
talking book player, large print, book club bag, communication book, picture cards, flash cards, memory box, memory
book, hospital passport, life story work, fiddle muff, twiddle muff, bead threading, threading beads, pegboard, peg
board, putty, cone stacking, balance board, peanut ball, gym ball, weighted blanket, movement breaks, movement break,
pencil grip, pencil grips, handwriting speed, scissors, art materials issued, blue badge, bus pass, key safe, key
turner, tap turners, jar opener, dressing stick, sock aid, helping hand, long handled sponge, bed lever, bed rail, bed
raisers, riser recliner, day room, dining room, dining chair, tea tray, hot drink, cup of tea made, meal prep, meal
preparation, meals on wheels, ready meals, microwave meals, soft diet, normal diet, gym referral, exercise referral,
exercise on referral, weight group, baby massage, baby clinic, weigh clinic, play scheme funding, messy eating, team
around, church hall address, music while, radio on in background, television on, tv on, tv on throughout, walks with
frame, walks with stick, dog bite, pets in property, cat hair, car park, parking, light bulb, smoke alarm, model
number, serial number, film on tongue, film over eye, running costs, running commentary, runs the risk, swimming
costume, school run, bank run, dry run, run through, tea time, teatime, tea time call, lunch call, tea call, dinner
time, breakfast call, bed time, spinal cord, cord pull, dance of, boxing up, box room, work surface, chess clock, band
on wrist, wrist band, elastic band, resistance band, theraband, hernia, gardening done by, gardener comes, cleaner
comes, service user, day service, day services, pottery fragment, bingo wings, card reader, library card, bank card,
debit card, credit card, appointment card, birthday card, medication card, sick note, fit note, sing as directed, film
crew, fish oil, fish and chips, fish pie, football injury, art of, bridge work, dental bridge, crown and bridge, drum
lock, ear drum, eardrum, organ failure, organ donor, organ donation, internal organs, pipe work, pipework, gas pipe,
record of, medical records, care records, health records, chest drain, stitches removed, stitches out, had stitches,
eight stitches, needle phobia, needle exchange, needles, blood thread, pins and needles, sewing up wound, sutures,
iron tablets, iron deficiency, weaving gait, steel rod, metal plate, wool allergy, bird allergy, horse hair, pet hair,
travel training, travel sickness, travel time, travel insurance, history of falls, family history, medical history,
drug history, social history, forensic history, history taking, plays with food, plays with feeding tube
"""
