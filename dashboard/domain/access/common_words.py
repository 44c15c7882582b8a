"""Knows the words of which the passwords that most people choose are made, and the rows that fingers run along."""

#: Names, teams, animals, feelings, months and machines, of four letters or more, around which digits and signs are put.
COMMON = """
    abcd access admin administrator airforce alexander alexandra alone always amanda america american andrea andrew
    angel angels anthony anything apple april arsenal asdfgh ashley aston august austin australia autumn away baby
    babyboy babygirl bailey banana barcelona barney baseball basketball batman bear beast beatles beautiful beckham
    benjamin bismillah bitch black blessed blink board bobby bond boss brandon broncos brother bubbles buddy buster
    butterfly canada candy carlos caroline castle cats celtic chance changeme charlie charlotte cheese chelsea
    cherry chester chicken chocolate chris christ christian christopher city coffee computer cookie cool corvette
    cowboy cowboys crazy crystal dallas dancer daniel danielle darling david december default dexter diamond disney
    doctor dogs dolly dolphin donald door dragon dragonball dream eagle eagles easter edward elephant elizabeth
    emily eminem england everton everything evil facebook falcon family father february ferrari fire fish fishing
    five flower football forest forever fortnite four freedom friday friend friends fuck funny game garfield gateway
    genius george germany ginger give gold golden golfer good google gordon grace guest guitar hacker hammer hannah
    happiness happy harley harry hate heart heaven hell hello henry hockey holiday home hope horse hospital hotel
    house hunter hunting iloveyou indian internet ireland iverson jack jackson jake january jasmine jason jennifer
    jessica jessie jesus john jonathan jordan joseph joshua july june just justin kevin keyboard kill killer king
    kitty knight knot lady lakers laptop lauren leeds legend letme letmein life light like linkin lion liverpool
    logan login london long lord lost louise love lovely loveme lover loveyou lucky lucy madrid magda maggie magic
    make manager manchester march maria marina mark martin master matrix matt matthew maxwell mega melissa mercedes
    merlin metal metallica mexico michael michelle mickey milan million mine minecraft mobile mohammed molly monday
    money monkey moon mother much mountain muffin music mustang myspace name naruto natalie nathan naughty need never
    newcastle newpass newuser newyork nicholas nicole night ninja nintendo nirvana noob nothing november october
    office oliver only open orange oscar packers panther paris park party pass passwd password passwort patrick
    patriots paul peace peaches peanut pepper peter phoenix piano pink pizza player playstation please pokemon
    police poppy porsche potter power prince princess private puppy purple qazwsx qwerty qwertz rabbit rachel racing
    raiders rainbow rams random ranger rangers real rebecca rebel richard robert rock rocky ronaldo rooney rose
    rugby runner sabrina samantha samsung samuel saturday school scooby scotland scott secret security september
    sesame seven shadow shit silver simple sister skate slipknot smile snoopy snow soccer soldier something sophie
    spider spiderman sponge spongebob sport spring star start startrek starwars stay stephanie steve steven stone
    stop storm student summer sunday sunflower sunshine super superman superstar sweet sweetheart swim system taylor
    teacher team teddy temp temporary tennis test testing thank they this thomas thunder thursday tiger tigger time
    toby tony tottenham toyota trust trustno tuesday turbo twitter unbelievable united unknown user vanessa victoria
    villa viper walk warcraft water wednesday welcome west westham what whatever white wild will william windows
    winner winter wish with wizard wolf wonder word work world wrestling xbox yamaha yankees yellow yourself youtube
    zero zombie
""".split()  # noqa: SIM905 - read as a text, a line holds fifteen
OURS = ("outturn", "community", "safety", "partnership", "police", "council", "county")
ROWS = (
    *("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "qwertzuiop", "asdfghjkl", "zxcvbnm"),
    *("1q2w3e4r5t6y7u8i9o0p", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik", "qazwsxedcrfvtgbyhnujm", "147258369"),
)
#: What is written for a letter that it looks like.
LOOKS = str.maketrans("013457@$!", "oieastasi")
