using CsCheck;
using ParisPact.Domain.Partners;
using static ParisPact.Tests.Projects.TestRegister;

namespace ParisPact.Tests.Projects;

public sealed class When_files_come_in_any_order(AzuriteServer azurite)
{
    private static int _partners;

    private static readonly Gen<(int FileTime, (int Reference, int Title)[] Projects)[]> Files =
        Gen.Select(Gen.Int[1, 6], Gen.Select(Gen.Int[0, 4], Gen.Int[0, 2]).Array[1, 5]).Array[1, 8];

    [Fact]
    public async Task The_newest_file_counts_for_each_project_and_every_change_is_in_its_history()
    {
        var register = new TestRegister(azurite);
        await Check.SampleAsync(
            Files,
            async files =>
            {
                var partner = PartnerId.Parse($"p{Interlocked.Increment(ref _partners)}");
                var model = new Dictionary<int, (int Newest, List<int> Titles)>();
                for (var index = 0; index < files.Length; index++)
                {
                    var projects = files[index].Projects.DistinctBy(static project => project.Reference).ToList();
                    await register.MergeAsync(
                        Upload($"u{index}", 10 + index, files[index].FileTime),
                        [.. projects.Select(project => Project($"R{project.Reference}", $"Title {project.Title}", partner))]);
                    foreach (var (reference, title) in projects) Apply(model, reference, title, files[index].FileTime);
                }

                foreach (var (reference, (_, titles)) in model)
                {
                    var history = await register.Register.HistoryAsync(partner, Reference($"R{reference}"), null, 100, Stop);
                    Assert.Equal(titles.AsEnumerable().Reverse().Select(static title => $"Title {title}"), history!.Versions.Select(static version => version.Project.Title));
                    Assert.Equal(Enumerable.Range(1, titles.Count).Reverse(), history.Versions.Select(static version => version.Number));
                }
            },
            iter: 25,
            threads: 2);
    }

    private static void Apply(Dictionary<int, (int Newest, List<int> Titles)> model, int reference, int title, int time)
    {
        if (!model.TryGetValue(reference, out var known))
        {
            model[reference] = (time, [title]);
            return;
        }

        if (time < known.Newest) return;
        if (known.Titles[^1] != title) known.Titles.Add(title);
        model[reference] = (time, known.Titles);
    }
}
