"""Knows the words of which the passwords that most people choose are made, and the rows that fingers run along."""

#: Names, teams, animals, feelings, months and machines, of four letters or more, around which digits and signs are put.
COMMON = """
    abcd access admin administrator airforce alexander alexandra amanda america american andrea andrew angel
    angels anthony anything apple april arsenal asdfgh ashley august austin australia autumn babyboy babygirl
    bailey banana barcelona barney baseball basketball batman beatles beautiful beckham benjamin black blessed
    brandon broncos brother buster butterfly canada carlos caroline celtic changeme charlie charlotte cheese
    chelsea chicken chocolate christ christian christopher computer cookie corvette cowboy cowboys crystal
    dallas dancer daniel danielle david december default diamond disney dolphin dragon eagle eagles edward
    elephant elizabeth eminem england everton everything facebook falcon family father february ferrari fishing
    flower football forever fortnite freedom friday friend friends garfield gateway george germany ginger golden
    golfer google guest guitar hannah happy harley heaven hello hockey horse hunter hunting iloveyou indian
    internet ireland iverson jackson january jasmine jennifer jessica jesus john jonathan jordan joseph joshua
    july june justin kevin keyboard killer kitty knight lakers laptop lauren letmein letme lion liverpool login
    london lover loveme lovely loveyou lucky madrid maggie magic manchester march marina mark martin master
    matrix matthew melissa mercedes merlin metallica mexico michael michelle mickey million minecraft molly
    monday money monkey mother mountain music mustang myspace naruto natalie nathan newcastle newyork nicholas
    nicole nintendo ninja nirvana nothing november october orange packers panther pass passwd password passwort
    patrick patriots pepper phoenix player playstation please pokemon police porsche prince princess puppy
    purple qazwsx qwerty qwertz rachel raiders rainbow ranger rangers rebecca richard robert ronaldo rooney
    runner sabrina samantha samsung samuel saturday scooby scotland secret september shadow silver sister smile
    snoopy soccer soldier something sophie spider spiderman spring star startrek starwars stephanie steven
    summer sunday sunflower sunshine superman superstar sweet sweetheart system taylor teacher tennis test
    testing thank thomas thunder thursday tiger tigger tottenham trust trustno tuesday twitter unbelievable
    united vanessa victoria wednesday welcome whatever white william windows winner winter wizard wolf yamaha
    yankees yellow youtube
""".split()  # noqa: SIM905 - read as a text, a line holds fifteen
OURS = ("outturn", "community", "safety", "partnership", "police", "council", "county")
ROWS = (
    *("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "qwertzuiop", "asdfghjkl", "zxcvbnm"),
    *("1q2w3e4r5t6y7u8i9o0p", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik", "qazwsxedcrfvtgbyhnujm", "147258369"),
)
#: What is written for a letter that it looks like.
LOOKS = str.maketrans("013457@$!", "oieastasi")
