/// The publications that the rules and remedies rest on.
extension Citation {
  public static let prechelt1998 = Citation(
    label: "Prechelt 1998", authors: "L. Prechelt", year: 1998,
    title: "Automatic early stopping using cross validation: quantifying the criteria",
    venue: "Neural Networks 11(4), 761-767", url: "https://doi.org/10.1016/S0893-6080(98)00010-0")
  public static let goodfellow2016 = Citation(
    label: "Goodfellow 2016", authors: "I. Goodfellow, Y. Bengio, A. Courville", year: 2016,
    title: "Deep Learning", venue: "MIT Press", url: "https://www.deeplearningbook.org")
  public static let guo2017 = Citation(
    label: "Guo 2017", authors: "C. Guo, G. Pleiss, Y. Sun, K. Q. Weinberger", year: 2017,
    title: "On Calibration of Modern Neural Networks", venue: "ICML",
    url: "https://arxiv.org/abs/1706.04599")
  public static let srivastava2014 = Citation(
    label: "Srivastava 2014",
    authors: "N. Srivastava, G. Hinton, A. Krizhevsky, I. Sutskever, R. Salakhutdinov", year: 2014,
    title: "Dropout: A Simple Way to Prevent Neural Networks from Overfitting",
    venue: "Journal of Machine Learning Research 15, 1929-1958",
    url: "https://jmlr.org/papers/v15/srivastava14a.html")
  public static let loshchilov2019 = Citation(
    label: "Loshchilov 2019", authors: "I. Loshchilov, F. Hutter", year: 2019,
    title: "Decoupled Weight Decay Regularization", venue: "ICLR",
    url: "https://arxiv.org/abs/1711.05101")
  public static let szegedy2016 = Citation(
    label: "Szegedy 2016", authors: "C. Szegedy, V. Vanhoucke, S. Ioffe, J. Shlens, Z. Wojna", year: 2016,
    title: "Rethinking the Inception Architecture for Computer Vision", venue: "CVPR",
    url: "https://arxiv.org/abs/1512.00567")
  public static let shorten2019 = Citation(
    label: "Shorten 2019", authors: "C. Shorten, T. M. Khoshgoftaar", year: 2019,
    title: "A survey on Image Data Augmentation for Deep Learning",
    venue: "Journal of Big Data 6, 60", url: "https://doi.org/10.1186/s40537-019-0197-0")
  public static let yosinski2014 = Citation(
    label: "Yosinski 2014", authors: "J. Yosinski, J. Clune, Y. Bengio, H. Lipson", year: 2014,
    title: "How transferable are features in deep neural networks?", venue: "NIPS",
    url: "https://arxiv.org/abs/1411.1792")
  public static let zhang2017 = Citation(
    label: "Zhang 2017", authors: "C. Zhang, S. Bengio, M. Hardt, B. Recht, O. Vinyals", year: 2017,
    title: "Understanding deep learning requires rethinking generalization", venue: "ICLR",
    url: "https://arxiv.org/abs/1611.03530")
  public static let nakkiran2020 = Citation(
    label: "Nakkiran 2020", authors: "P. Nakkiran, G. Kaplun, Y. Bansal, T. Yang, B. Barak, I. Sutskever",
    year: 2020, title: "Deep Double Descent: Where Bigger Models and More Data Hurt", venue: "ICLR",
    url: "https://arxiv.org/abs/1912.02292")
  public static let belkin2019 = Citation(
    label: "Belkin 2019", authors: "M. Belkin, D. Hsu, S. Ma, S. Mandal", year: 2019,
    title: "Reconciling modern machine-learning practice and the classical bias-variance trade-off",
    venue: "PNAS 116(32), 15849-15854", url: "https://doi.org/10.1073/pnas.1903070116")
  public static let karpathy2019 = Citation(
    label: "Karpathy 2019", authors: "A. Karpathy", year: 2019,
    title: "A Recipe for Training Neural Networks", venue: "karpathy.github.io",
    url: "https://karpathy.github.io/2019/04/25/recipe/")
  public static let godbole2023 = Citation(
    label: "Godbole 2023", authors: "V. Godbole, G. E. Dahl, J. Gilmer, C. J. Shallue, Z. Nado", year: 2023,
    title: "Deep Learning Tuning Playbook", venue: "Google Research",
    url: "https://github.com/google-research/tuning_playbook")
  public static let google2024 = Citation(
    label: "Google 2024", authors: "Google", year: 2024,
    title: "Machine Learning Crash Course: Interpreting loss curves", venue: "Google for Developers",
    url:
      "https://developers.google.com/machine-learning/crash-course/overfitting/interpreting-loss-curves")
  public static let bengio2012 = Citation(
    label: "Bengio 2012", authors: "Y. Bengio", year: 2012,
    title: "Practical recommendations for gradient-based training of deep architectures",
    venue: "Neural Networks: Tricks of the Trade, Springer", url: "https://arxiv.org/abs/1206.5533")
  public static let smith2017 = Citation(
    label: "Smith 2017", authors: "L. N. Smith", year: 2017,
    title: "Cyclical Learning Rates for Training Neural Networks", venue: "WACV",
    url: "https://arxiv.org/abs/1506.01186")
  public static let goyal2017 = Citation(
    label: "Goyal 2017",
    authors:
      "P. Goyal, P. Dollár, R. Girshick, P. Noordhuis, L. Wesolowski, A. Kyrola, A. Tulloch, Y. Jia, K. He",
    year: 2017, title: "Accurate, Large Minibatch SGD: Training ImageNet in 1 Hour", venue: "arXiv",
    url: "https://arxiv.org/abs/1706.02677")
  public static let pascanu2013 = Citation(
    label: "Pascanu 2013", authors: "R. Pascanu, T. Mikolov, Y. Bengio", year: 2013,
    title: "On the difficulty of training recurrent neural networks", venue: "ICML",
    url: "https://arxiv.org/abs/1211.5063")
  public static let chowdhery2022 = Citation(
    label: "Chowdhery 2022", authors: "A. Chowdhery and others", year: 2022,
    title: "PaLM: Scaling Language Modeling with Pathways", venue: "arXiv",
    url: "https://arxiv.org/abs/2204.02311")
  public static let micikevicius2018 = Citation(
    label: "Micikevicius 2018", authors: "P. Micikevicius and others", year: 2018,
    title: "Mixed Precision Training", venue: "ICLR", url: "https://arxiv.org/abs/1710.03740")
  public static let izmailov2018 = Citation(
    label: "Izmailov 2018", authors: "P. Izmailov, D. Podoprikhin, T. Garipov, D. Vetrov, A. G. Wilson",
    year: 2018, title: "Averaging Weights Leads to Wider Optima and Better Generalization", venue: "UAI",
    url: "https://arxiv.org/abs/1803.05407")
  public static let kohavi1995 = Citation(
    label: "Kohavi 1995", authors: "R. Kohavi", year: 1995,
    title: "A Study of Cross-Validation and Bootstrap for Accuracy Estimation and Model Selection",
    venue: "IJCAI", url: "https://www.ijcai.org/Proceedings/95-2/Papers/016.pdf")
  public static let kaufman2012 = Citation(
    label: "Kaufman 2012", authors: "S. Kaufman, S. Rosset, C. Perlich, O. Stitelman", year: 2012,
    title: "Leakage in Data Mining: Formulation, Detection, and Avoidance",
    venue: "ACM Transactions on Knowledge Discovery from Data 6(4)",
    url: "https://doi.org/10.1145/2382577.2382579")
  public static let domhan2015 = Citation(
    label: "Domhan 2015", authors: "T. Domhan, J. T. Springenberg, F. Hutter", year: 2015,
    title:
      """
      Speeding up Automatic Hyperparameter Optimization of Deep Neural Networks by Extrapolation of \
      Learning Curves
      """,
    venue: "IJCAI", url: "https://www.ijcai.org/Proceedings/15/Papers/487.pdf")
  public static let sen1968 = Citation(
    label: "Sen 1968", authors: "P. K. Sen", year: 1968,
    title: "Estimates of the Regression Coefficient Based on Kendall's Tau",
    venue: "Journal of the American Statistical Association 63(324), 1379-1389",
    url: "https://doi.org/10.1080/01621459.1968.10480934")
  public static let hamed1998 = Citation(
    label: "Hamed 1998", authors: "K. H. Hamed, A. R. Rao", year: 1998,
    title: "A modified Mann-Kendall trend test for autocorrelated data",
    venue: "Journal of Hydrology 204, 182-196", url: "https://doi.org/10.1016/S0022-1694(97)00125-X")
  public static let he2009 = Citation(
    label: "He 2009", authors: "H. He, E. A. Garcia", year: 2009, title: "Learning from Imbalanced Data",
    venue: "IEEE Transactions on Knowledge and Data Engineering 21(9), 1263-1284",
    url: "https://doi.org/10.1109/TKDE.2008.239")
  public static let hestness2017 = Citation(
    label: "Hestness 2017",
    authors:
      "J. Hestness, S. Narang, N. Ardalani, G. Diamos, H. Jun, H. Kianinejad, M. Patwary, Y. Yang, Y. Zhou",
    year: 2017, title: "Deep Learning Scaling is Predictable, Empirically", venue: "arXiv",
    url: "https://arxiv.org/abs/1712.00409")
  public static let power2022 = Citation(
    label: "Power 2022", authors: "A. Power, Y. Burda, H. Edwards, I. Babuschkin, V. Misra", year: 2022,
    title: "Grokking: Generalization Beyond Overfitting on Small Algorithmic Datasets", venue: "arXiv",
    url: "https://arxiv.org/abs/2201.02177")
}
