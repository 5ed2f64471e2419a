using ParisPact.Domain.Duplicates.Linkage;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Tests.Duplicates.Linkage;

public sealed class When_titles_are_in_two_languages
{
    private static readonly string[] Others = ["Prison health in Osh", "Forensic laboratories for Khorog", "Santé des prisonniers", "School prevention in Kabul", "Precursor control at Termez"];

    [Theory]
    [InlineData("Support to border control in Badakhshan", "Appui au contrôle des frontières en Badakhshan")]
    [InlineData("Support to border control in Badakhshan", "Apoyo al control fronterizo en Badakhshan")]
    [InlineData("Support to border control Badakhshan", "Поддержка пограничного контроля, Бадахшан")]
    [InlineData("Lutte contre la drogue et blanchiment d'argent", "Lucha contra las drogas y lavado de dinero")]
    public void They_share_the_words_of_the_fields_terms(string one, string other)
    {
        var titles = TextComparison.OfTitles("title", Column.Of([one, other, .. Others])).Words;
        Assert.True(titles.Level(0, 1) >= 5, titles.Levels[titles.Level(0, 1)]);
        Assert.Equal(1, titles.Level(0, 3));
        ulong[] pattern = [0];
        titles.AddLevels([new RecordPair(0, 1)], pattern, 0);
        Assert.Equal(titles.Level(0, 1), Pattern.Level(pattern[0], 0));
    }

    [Theory]
    [InlineData("Appui à la lutte contre la drogue à Hérat", "fr", "support counter narcotics herat")]
    [InlineData("Accès à l'énergie solaire", "fr", "access solar energy")]
    [InlineData("Лечение наркомании и профилактика ВИЧ в тюрьмах", "ru", "drug treatment hiv prevention prison")]
    [InlineData("Fortalecimiento de los laboratorios forenses - Fase II", "es", "strengthening forensic laboratories phase ii")]
    public void Terms_are_read_whatever_their_endings(string title, string language, string words)
    {
        var read = Glossary.Read(Folding.Fold(title));
        Assert.Equal(language, read?.Language);
        Assert.Equal(words, string.Join(' ', read!.Value.Words));
    }

    [Theory]
    [InlineData("Formation of a border police in Kunduz")]
    [InlineData("National police training programme")]
    [InlineData("Regional cooperation")]
    [InlineData("Proyecto")]
    [InlineData("")]
    public void English_titles_and_single_words_are_left_alone(string title) => Assert.Null(Glossary.Read(Folding.Fold(title)));

    [Fact]
    public void Titles_in_one_language_are_compared_by_their_own_words()
    {
        string[] titles = ["Appui à la santé des prisonniers à Osh", "Soutien à la santé des prisonniers à Osh", "Support to border control", "Advice to customs"];
        var alone = TextComparison.OfTitles("title", Column.Of([titles[0], titles[1], "x y", "z w"])).Words;
        Assert.Equal(alone.Level(0, 1), TextComparison.OfTitles("title", Column.Of(titles)).Words.Level(0, 1));
    }
}
