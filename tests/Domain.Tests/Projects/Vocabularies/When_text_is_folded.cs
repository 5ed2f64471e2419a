using CsCheck;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Domain.Tests.Projects.Vocabularies;

public sealed class When_text_is_folded
{
    [Theory]
    [InlineData("  Kandahār   Province ", "kandahar province")]
    [InlineData("Sar-e-Pul", "sar e pul")]
    [InlineData("Côte d’Ivoire", "cote divoire")]
    [InlineData("Farg‘ona", "fargona")]
    [InlineData("U.S.A.", "usa")]
    [InlineData("St. Petersburg", "st petersburg")]
    [InlineData("Trinidad & Tobago", "trinidad and tobago")]
    [InlineData("Сурхандарьинская область", "surkhandarinskaya oblast")]
    [InlineData("Щёлково, Йошкар-Ола", "shchelkovo ioshkar ola")]
    [InlineData("ҚАЗАҚСТАН", "qazaqstan")]
    [InlineData("Tày Æsir ﬁne Ｋａｂｕｌ", "tay aesir fine kabul")]
    [InlineData("كابل", "کابل")]
    [InlineData("US$", "us$")]
    [InlineData("a\u0000b\u200Bc\tđ", "a bc d")]
    [InlineData("\uD83D\uDE00 ok \uD800", "ok")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Case_marks_punctuation_space_and_script_fall_away(string? text, string key) => Assert.Equal(key, Folding.Fold(text));

    [Fact]
    public void Folding_twice_changes_nothing_whatever_the_text() =>
        Gen.String.Sample(text => Folding.Fold(Folding.Fold(text)) == Folding.Fold(text));

    [Fact]
    public void Every_character_can_be_folded()
    {
        for (var letter = 0; letter <= char.MaxValue; letter++)
        {
            var key = Folding.Fold($"a{(char)letter}b");
            Assert.Equal(key, Folding.Fold(key));
        }
    }
}
